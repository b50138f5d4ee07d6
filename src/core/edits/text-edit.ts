import type { TextEdit } from '../language-service';
import type { LineIndex } from '../text/line-index';
import type { ComposedEdit } from './compose-edits';

/** A composed edit as it leaves the core: with lines and columns. */
export function toTextEdit(edit: ComposedEdit, lines: LineIndex): TextEdit {
  return { range: lines.range(edit), offset: edit.start, length: edit.end - edit.start, newText: edit.newText };
}
