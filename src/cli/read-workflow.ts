import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { DocumentSnapshot } from '../core/language-service';
import { FileProblem, fileProblem } from './file-problem';

/** Many times the largest export known. What is larger is something else, and would only eat memory. */
export const largestFile = 32 * 1024 * 1024;

/** @throws {FileProblem} */
export function readWorkflow(path: string): string {
  try {
    // Asked before opening: opening a pipe would wait for its writer, and a device may never end.
    const stats = statSync(path);
    if (stats.isDirectory()) throw new FileProblem('This is a folder, not a file.');
    if (!stats.isFile()) throw new FileProblem('This is no regular file; pipe its content into sxo and use - as PATH.');
    if (stats.size > largestFile) throw tooLarge();
    return decode(readFileSync(path));
  } catch (error) {
    throw fileProblem(error);
  }
}

/** Outside its turn, when nothing is complained about: what cannot be read is not there. */
export function readAgain(path: string): DocumentSnapshot | undefined {
  try {
    return { uri: pathToFileURL(path).href, text: readWorkflow(path) };
  } catch (error) {
    if (error instanceof FileProblem) return undefined;
    throw error;
  }
}

/** @throws {FileProblem}; an `AbortError` when `signal` ends the waiting. */
export async function readStandardInput(stdin: Readable, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of addAbortSignal(signal, stdin) as AsyncIterable<Buffer | string>) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > largestFile) throw tooLarge();
      chunks.push(bytes);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw fileProblem(error);
  }
  return decode(Buffer.concat(chunks));
}

/** The text of valid UTF-8, a byte order mark included: it belongs to the bytes that stay as they are. */
function decode(bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new FileProblem('The file is UTF-16; save it as UTF-8.');
  }
  if (bytes.includes(0))
    throw new FileProblem('The file is binary, or UTF-16 without a mark; a workflow export is UTF-8.');
  if (!isUtf8(bytes)) throw new FileProblem('The file is not valid UTF-8; save it as UTF-8.');
  return bytes.toString('utf8');
}

function tooLarge(): FileProblem {
  return new FileProblem(`The file is larger than ${largestFile / 1024 / 1024} MiB; a workflow export is far smaller.`);
}
