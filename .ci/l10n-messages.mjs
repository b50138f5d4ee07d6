// Finds, in the source of the extension, the words that are handed to the editor for translation, and those that are
// shown to people without it.
import ts from 'typescript';

const messageFunctions = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|showQuickPick)$/;
const shownProperties = new Set(['title', 'prompt', 'placeHolder', 'detail', 'openLabel', 'saveLabel']);

function nodesOf(text) {
  const nodes = [];
  const visit = (node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return nodes;
}

function nameOfCall(node) {
  if (!ts.isCallExpression(node)) return undefined;
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText();
}

const isTranslated = (node) => ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText());

/**
 * What every `l10n.t(...)` says. Throws where that is no plain text: nobody could translate it.
 * @param {string} text @returns {string[]}
 */
export function messagesIn(text) {
  return nodesOf(text).filter(isTranslated).map(({ arguments: [message] }) => {
    if (message === undefined || !ts.isStringLiteralLike(message)) {
      throw new Error(`l10n.t needs a plain text with placeholders such as {0}, and is given ${message?.getText() ?? 'nothing'}.`);
    }
    return message.text;
  });
}

/**
 * Words for people that do not go through `l10n.t`: in calls that show them, under the properties that hold them, and in
 * the constants that these are given.
 * @param {string} text @returns {string[]}
 */
export function bareWordsIn(text) {
  const nodes = nodesOf(text);
  const constants = new Map(nodes.filter((node) => ts.isVariableDeclaration(node) && node.initializer).map((node) => [node.name.getText(), node.initializer]));
  const bareIn = (node, seen = new Set()) => {
    if (ts.isStringLiteralLike(node)) return /\p{L}/u.test(node.text) ? [node.text] : [];
    if (ts.isTemplateExpression(node)) {
      const fixed = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('').replace(/\$\([\w-]+\)/g, '');
      return /\p{L}/u.test(fixed) ? [node.getText()] : [];
    }
    if (ts.isConditionalExpression(node)) return [...bareIn(node.whenTrue, seen), ...bareIn(node.whenFalse, seen)];
    if (ts.isBinaryExpression(node)) return [...bareIn(node.left, seen), ...bareIn(node.right, seen)];
    if (nameOfCall(node) === 'plainMessage') return node.arguments.flatMap((each) => bareIn(each, seen));
    if (!ts.isIdentifier(node) || seen.has(node.text) || !constants.has(node.text)) return [];
    return bareIn(constants.get(node.text), new Set([...seen, node.text]));
  };
  return nodes.flatMap((node) => {
    if (messageFunctions.test(nameOfCall(node) ?? '')) return node.arguments.flatMap((each) => bareIn(each));
    if (ts.isPropertyAssignment(node) && shownProperties.has(node.name.getText())) return bareIn(node.initializer);
    if (ts.isShorthandPropertyAssignment(node) && shownProperties.has(node.name.text)) return bareIn(node.name);
    return [];
  });
}
