/** A name as a part of an id: a slash in it must not look like the next level. */
export function idPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Ids below another one, none of them twice: where two lines have the same id, an editor shows neither. */
export function idsBelow(parent: string): (name: string) => string {
  const times = new Map<string, number>();
  return (name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return `${parent}/${idPart(name)}${time === 1 ? '' : `~~${time}`}`;
  };
}
