// Texts to measure with. Each is joined anew, because an engine and our own caches remember a string they saw before.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all *.json below a folder, as the command line finds them. */
function jsonFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

export function readTexts(folder) {
  return jsonFiles(folder).map((path) => readFileSync(path, 'utf8'));
}

export function largestFile(folder) {
  return jsonFiles(folder).reduce((a, b) => (statSync(b).size > statSync(a).size ? b : a));
}

/** The same characters in a new, flat string. */
export function fresh(text) {
  const middle = text.length >>> 1;
  return [text.slice(0, middle), text.slice(middle)].join('');
}

/** Endless valid texts, each after one more key pressed, at places spread over the titles of a workflow. */
export function* keystrokes(text) {
  for (const { value } of spread(titles(text))) yield splice(text, value, 0, 'x');
}

/** One kind of damage each, as typing and merging cause it. A title is `"title": "..."`, somewhere in the text. */
export const damages = {
  'missing comma': (text, { key }) => splice(text, text.lastIndexOf(',', key), 1, ''),
  'unclosed string': (text, { value }) => splice(text, text.indexOf('"', value), 1, ''),
  'half-typed key': (text, { key }) => splice(text, key, 0, '"ti\n'),
  'key without value': (text, { key }) => splice(text, key, 0, '"note":\n'),
  'missing brace': (text, { value }) => splice(text, value + /\}\s*[,\]}]/.exec(text.slice(value)).index, 1, ''),
  'merge marker': (text, { key }) => splice(text, key, 0, '<<<<<<< HEAD\n'),
  'cut at 60 %': (text) => splice(text, Math.floor(0.6 * text.length), text.length, ''),
};

/** Endless broken texts, each damaged in another place. */
export function* damaged(text, damage) {
  for (const title of spread(titles(text))) yield damage(text, title);
}

function titles(text) {
  const found = [...text.matchAll(/"title"\s*:\s*"/g)];
  if (found.length === 0) throw new Error('The largest file holds no title to type in.');
  return found.map(({ index, 0: { length } }) => ({ key: index, value: index + length }));
}

/** Round and round, in strides that come by every place. */
function* spread(places) {
  for (let at = 0; ; at += 0.618) yield places[Math.floor((at % 1) * places.length)];
}

function splice(text, at, deleted, inserted) {
  return [text.slice(0, at), inserted, text.slice(at + deleted)].join('');
}
