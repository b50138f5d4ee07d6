import { visit, type ParseError } from 'jsonc-parser';
import type { Span } from '../text/position';
import type { JsonMember } from './locator';

/** A value in broken text, with the members that could be read of it. Plain numbers: spans are made for those who ask. */
export class TolerantMember implements JsonMember {
  constructor(
    readonly name: string | number,
    /** -1 for an element of an array. */
    readonly keyStart: number,
    readonly keyEnd: number,
    readonly start: number,
    public end: number,
    /** Filled while a container is read. */
    readonly members: TolerantMember[],
  ) {}

  get key(): Span | undefined {
    return this.keyStart < 0 ? undefined : { start: this.keyStart, end: this.keyEnd };
  }

  get value(): Span {
    return { start: this.start, end: this.end };
  }
}

/** An object or array that is being read. */
class OpenContainer {
  /** The key whose value is still to come. */
  key: string | undefined;
  keyStart = -1;
  keyEnd = -1;

  constructor(
    readonly value: unknown[] | Record<string, unknown>,
    readonly member: TolerantMember,
  ) {}
}

export interface TolerantResult {
  /** `undefined` where the text holds no value at all. */
  readonly root: { readonly value: unknown; readonly member: TolerantMember } | undefined;
  readonly errors: readonly ParseError[];
}

const noMembers: TolerantMember[] = [];

/**
 * Reads what can be read of broken JSON: what `parseTree` finds, but as plain values with their places beside them,
 * which takes less memory than a tree of nodes.
 *
 * @param start what to add to all offsets.
 */
export function parseTolerantly(json: string, start: number): TolerantResult {
  const errors: ParseError[] = [];
  const top = new OpenContainer([], new TolerantMember('', -1, -1, 0, 0, []));
  const around: OpenContainer[] = [];
  let inside = top;

  /** Nothing where the value belongs to no key. */
  const add = (value: unknown, from: number, to: number, members: TolerantMember[]): TolerantMember | undefined => {
    let name: string | number;
    if (Array.isArray(inside.value)) {
      name = inside.value.push(value) - 1;
    } else if (inside.key !== undefined) {
      name = inside.key;
      setOwn(inside.value, name, value);
    } else {
      return undefined;
    }
    const member = new TolerantMember(name, inside.keyStart, inside.keyEnd, start + from, start + to, members);
    inside.member.members.push(member);
    inside.key = undefined;
    return member;
  };
  const open = (value: unknown[] | Record<string, unknown>, offset: number): void => {
    const members: TolerantMember[] = [];
    const member = add(value, offset, json.length, members) ?? new TolerantMember('', -1, -1, offset, offset, members);
    around.push(inside);
    inside = new OpenContainer(value, member);
  };
  const close = (offset: number, length: number): void => {
    inside.member.end = start + offset + length;
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
        inside.key = name;
        inside.keyStart = start + offset;
        inside.keyEnd = inside.keyStart + length;
      },
      onLiteralValue: (value, offset, length) => {
        add(value, offset, offset + length, noMembers);
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
  const [member] = top.member.members;
  return { root: member && { value: (top.value as unknown[])[0], member }, errors };
}

/** Like JSON.parse: with a plain assignment a key named __proto__ would be none. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
