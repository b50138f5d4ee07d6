/** Seconds from a `Retry-After` header, which Cisco writes as `3557` and as `3172s`. */
export function readRetryAfter(header: string | null): number | undefined {
  const seconds = /^\s*(\d{1,9}(?:\.\d+)?)\s*s?\s*$/i.exec(header ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

/** When to try again, as the end of a sentence. */
export function inMinutes(seconds: number | undefined): string {
  if (seconds === undefined) return 'later';
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
}
