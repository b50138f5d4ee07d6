import { visit, type ParseError } from 'jsonc-parser';
import type { Span } from '../text/position';
import type { JsonMember } from './locator';

/** A value in broken text, with the members that could be read of it. */
export interface TolerantMember extends JsonMember {
  readonly members: readonly TolerantMember[];
}

interface Container {
  readonly value: unknown[] | Record<string, unknown>;
  readonly members: TolerantMember[];
  readonly span: { start: number; end: number };
  /** The key whose value is still to come. */
  key: { readonly name: string; readonly span: Span } | undefined;
}

export interface TolerantResult {
  /** `undefined` where the text holds no value at all. */
  readonly root: { readonly value: unknown; readonly member: TolerantMember } | undefined;
  readonly errors: readonly ParseError[];
}

const none: readonly TolerantMember[] = [];

/**
 * Reads what can be read of broken JSON: what `parseTree` finds, but as plain values with their places beside them,
 * which takes half the memory of a tree of nodes.
 *
 * @param start what to add to all offsets.
 */
export function parseTolerantly(json: string, start: number): TolerantResult {
  const errors: ParseError[] = [];
  const top: Container = { value: [], members: [], span: { start: 0, end: 0 }, key: undefined };
  const around: Container[] = [];
  let inside = top;

  const add = (value: unknown, span: Span, members: readonly TolerantMember[]): void => {
    if (Array.isArray(inside.value)) {
      inside.members.push({ name: inside.value.length, key: undefined, value: span, members });
      inside.value.push(value);
    } else if (inside.key) {
      inside.members.push({ name: inside.key.name, key: inside.key.span, value: span, members });
      // Like JSON.parse: with a plain assignment a key named __proto__ would be none.
      if (inside.key.name !== '__proto__') inside.value[inside.key.name] = value;
      else
        Object.defineProperty(inside.value, '__proto__', {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      inside.key = undefined;
    }
  };
  const open = (value: unknown[] | Record<string, unknown>, offset: number): void => {
    const span = { start: start + offset, end: start + json.length };
    const container: Container = { value, members: [], span, key: undefined };
    add(value, span, container.members);
    around.push(inside);
    inside = container;
  };
  const close = (offset: number, length: number): void => {
    inside.span.end = start + offset + length;
    inside = around.pop() ?? top;
  };
  visit(
    json,
    {
      onObjectBegin: (offset) => {
        open({}, offset);
      },
      onArrayBegin: (offset) => {
        open([], offset);
      },
      onObjectEnd: close,
      onArrayEnd: close,
      onObjectProperty: (name, offset, length) => {
        inside.key = { name, span: { start: start + offset, end: start + offset + length } };
      },
      onLiteralValue: (value, offset, length) => {
        add(value, { start: start + offset, end: start + offset + length }, none);
      },
      onSeparator: (separator) => {
        if (separator === ',') inside.key = undefined;
      },
      onError: (error, offset, length) => {
        errors.push({ error, offset, length });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  const [member] = top.members;
  return { root: member && { value: (top.value as unknown[])[0], member }, errors };
}
