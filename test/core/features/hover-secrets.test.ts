import assert from 'node:assert/strict';
import { atCursor, withCursorIn } from '../../support/cursor';
import type { Json } from '../../support/json';
import { printJson } from '../../support/print-json';
import { serviceWith } from '../../support/service';
import * as build from '../../support/workflow';

const service = serviceWith();

describe('what is secret in a hover', () => {
  it('takes a value for secret by the schema and by the name, too', () => {
    const hoverOf = (variable: Json, id: string): string => {
      const file = printJson(build.workflow({ variables: [variable] }));
      const { document: snapshot, position } = atCursor(withCursorIn(file, id));
      return service.hover(snapshot, position)?.markdown ?? '';
    };
    const properties = { scope: 'local', value: 'hunter2' };
    const { unique_name: id, ...rest } = build.variable('Key', 'secure_string') as { readonly unique_name: string };
    const named = build.variable('Client Password') as { readonly unique_name: string };
    const login = { ...properties, name: 'Address', value: 'https://me:hunter2@example.com/?key=hunter2' };
    const hovers = [
      hoverOf({ ...rest, unique_name: id, properties: { ...properties, name: 'Key' } }, id),
      hoverOf({ ...named, properties: { ...properties, name: 'Client Password' } }, named.unique_name),
      hoverOf({ ...named, properties: login }, named.unique_name),
    ];
    for (const hover of hovers) {
      assert.match(hover, /It starts with/);
      assert.doesNotMatch(hover, /hunter2/);
    }
  });

  it('tells where a target leads without the login and the secrets of its address', () => {
    const id = 'definition_target_03N5TAMXXQ0C12JAhvNXWZyOl7s0MNe2Fk8';
    const properties = { protocol: 'https', host: 'me:hunter2@example.com', path: '/x?api_key=hunter2' };
    const beside = { targets: { [id]: { unique_name: id, properties } } };
    const file = printJson(build.workflow({ beside }));
    const { document: snapshot, position } = atCursor(withCursorIn(file, id));
    const found = service.hover(snapshot, position)?.markdown ?? '';
    assert.match(found, /leads to .*example\.com/);
    assert.doesNotMatch(found, /hunter2/);
  });
});
