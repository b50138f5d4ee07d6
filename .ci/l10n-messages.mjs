// Finds, in the source of the extension, the words that are handed to the editor for translation, and those that are
// shown to people without it.
import ts from 'typescript';

function nodesOf(text) {
  const nodes = [];
  const visit = (node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return nodes;
}

/** The name of a function that is called or of a class that is made, without what it belongs to. */
function nameOfCall(node) {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText();
}

const isTranslated = (node) => ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText());
const isLog = (node) => ts.isCallExpression(node) && /(?:^|\.)output\.\w+$/.test(node.expression.getText());
const selecting = /^(?:closest|matches|querySelector(?:All)?)$/;

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
 * Words for people that do not go through `l10n.t`: every text that reads like words, wherever it stands, and every text
 * with a letter in it where something is shown.
 * @param {string} text @returns {string[]} texts as they are, templates as they are written
 */
export function bareWordsIn(text) {
  return nodesOf(text).flatMap((node) => {
    const said = saidBy(node);
    if (said === undefined || !/\p{L}/u.test(said) || isForMachines(node)) return [];
    return readsLikeWords(said) || (isShown(node) && !isExample(said)) ? [ts.isTemplateExpression(node) ? node.getText() : node.text] : [];
  });
}

/** A text without its icons, a template with a sign in place of each value. */
function saidBy(node) {
  if (ts.isStringLiteralLike(node)) return node.text.replace(/\$\([\w-]+\)/g, '');
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('#').replace(/\$\([\w-]+\)/g, '');
}

/** Ids, keys, names of files and of settings have no spaces, no capital letter at the beginning and no full stop. */
function readsLikeWords(said) {
  return /\s/.test(said) || /^\p{Lu}\p{Ll}/u.test(said) || /[.…!?]$/.test(said);
}

/** Of a value, such as an address or an id that an empty box shows. */
function isExample(said) {
  return /^\S*\d\S*$/.test(said);
}

function isForMachines(node) {
  for (let [part, whole] = [node, node.parent]; whole; [part, whole] = [whole, whole.parent]) {
    if (ts.isTypeNode(whole) || isLog(whole) || (isTranslated(whole) && whole.arguments[0] === part)) return true;
  }
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isCaseClause(parent)) return true;
  if (ts.isElementAccessExpression(parent) || parent.name === node || selecting.test(nameOfCall(parent) ?? '')) return true;
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'class') return true;
  return ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText());
}

const showing = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|showQuickPick|createWebviewPanel|createOutputChannel|countOf|listed|escaped|CodeAction|CodeLens|TreeItem|Error)$/;
const shownNames = /^(?:title|prompt|placeHolder|detail|openLabel|saveLabel|label|description|tooltip|text|name|message|problem|place|aria-label)$/;

/** Whether a text, or one of several among which it is, goes to what shows it or to what is named after that. */
function isShown(node) {
  const { parent } = node;
  if (parent.arguments?.includes(node)) {
    const name = nameOfCall(parent) ?? '';
    return showing.test(name) || (name === 'plainMessage' && isShown(parent));
  }
  if (parent.initializer === node) return shownNames.test(parent.name.text ?? '');
  const isOneOfSeveral = ts.isConditionalExpression(parent) ? parent.condition !== node : ts.isBinaryExpression(parent) || ts.isParenthesizedExpression(parent);
  if (!isOneOfSeveral) return false;
  const isSet = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isSet ? ts.isPropertyAccessExpression(parent.left) && shownNames.test(parent.left.name.text) : isShown(parent);
}
