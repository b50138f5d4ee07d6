// What every extension host has, in Node as in a web worker. Nothing else of Node or of the browser is to be seen here.

declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare function setInterval(callback: () => void, milliseconds: number): unknown;
declare function clearInterval(timer: unknown): void;

declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: true });
  /** Leaves a byte order mark out; throws where the bytes are no UTF-8. */
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}
