/** What the server is about to send. */
export interface ServerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): ServerAnswer {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** An error of the Automation API: declared as headers of these names, and most likely a body of the same. */
export function apiError(status: number, message: string, description: string): ServerAnswer {
  return jsonAnswer(status, { code: status, message, description });
}

/** As recorded at the platform; the ids in the words are made up. */
export const expiredToken = jsonAnswer(401, {
  error: 'invalid_jwt',
  error_description: '(00000000-0000-4000-8000-000000000000) This JWT max lifetime has expired since 1s',
});
export const missingToken = jsonAnswer(401, {
  error: 'invalid_request',
  error_description: 'No JWT found in HTTP Authorization header',
});
export const unknownClient = jsonAnswer(400, {
  error: 'invalid_client',
  error_description: 'unknown client',
  error_uri: 'https://tools.ietf.org/html/rfc6749#section-5.2',
});

/** A wrong path, as recorded: nothing at all. */
export const nothingHere: ServerAnswer = { status: 404, headers: {}, body: '' };
