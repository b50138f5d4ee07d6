import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../../src/core/host';
import { createLanguageService } from '../../../src/core/service';
import { inspect } from '../../support/atomics';
import { atCursor, withCursorIn } from '../../support/cursor';
import { activityId, variableId, workflowId } from '../../support/ids';
import type { Json, JsonObject } from '../../support/json';
import { printJson } from '../../support/print-json';
import { serviceWith } from '../../support/service';
import * as build from '../../support/workflow';

const service = serviceWith();

/** The hover in the first place where a text stands. */
function hoverIn(file: JsonObject, wanted: string, from?: string): string {
  const text = printJson(file);
  const { document, position } = atCursor(withCursorIn(text, wanted, from === undefined ? 0 : text.indexOf(from)));
  return service.hover(document, position)?.markdown ?? '';
}

/** In which line of a file, as an editor counts them, a text stands first. */
function lineOf(file: JsonObject, wanted: string): number {
  const text = printJson(file);
  return text.slice(0, text.indexOf(wanted)).split('\n').length;
}

const globalId = 'variable_01JNI7VSR47ZV0QY21qMyGvZLxB8DLApExq';
const toGlobal = `$global.${globalId}.global.${globalId}$`;
const toEnvironment = `$env.${globalId}.env.${globalId}$`;

/** Reads a global variable twice and writes it once. */
function withGlobal(properties: JsonObject | undefined, reference = toGlobal): JsonObject {
  const beside = properties && {
    variables: { [globalId]: { unique_name: globalId, object_type: 'variable', properties } },
  };
  return build.workflow({
    actions: [
      build.setVariables('write', { [reference]: 'x' }),
      build.completed('read', `${reference} and ${reference}`),
    ],
    ...(beside ? { beside } : {}),
  });
}

describe('the hover on a global variable', () => {
  const properties = { scope: 'global', name: 'Team', type: 'datatype.string', value: 'Blue', description: 'Whose.' };

  it('tells what a local one tells: type, value, description, who reads and writes it, and where it is', () => {
    const file = withGlobal(properties);
    assert.equal(
      hoverIn(file, toGlobal),
      [
        '**Team** (global variable)',
        'Whose.',
        [
          '- Its type is string.',
          '- It holds "Blue".',
          '- It is read in 2 places and written in 1 place.',
          `- It is defined in line ${lineOf(file, `"${globalId}"`)}.`,
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  it('tells a scope that its name does not', () => {
    const file = withGlobal({ ...properties, scope: 'env' }, toEnvironment);
    assert.match(hoverIn(file, toEnvironment), /\*\*Team\*\*[^]*Its scope is env\.[^]*It is read in 2 places/);
    assert.doesNotMatch(hoverIn(withGlobal(properties), toGlobal), /Its scope/);
  });

  it('never tells a secret value, whatever makes it one', () => {
    for (const secret of [
      { ...properties, type: 'datatype.secure_string', value: 'hunter2' },
      { ...properties, name: 'Client Password', value: 'hunter2' },
    ]) {
      const found = hoverIn(withGlobal(secret), toGlobal);
      assert.match(found, /It holds a secret value\./);
      assert.doesNotMatch(found, /hunter2/);
    }
  });

  it('says so where the file does not hold it, and still who reads and writes it', () => {
    for (const reference of [toGlobal, toEnvironment]) {
      assert.equal(
        hoverIn(withGlobal(undefined, reference), reference),
        [
          '**Global variable**',
          '- This file does not hold it, so its name is not known.\n- It is read in 2 places and written in 1 place.',
        ].join('\n\n'),
      );
    }
  });

  it('takes no text with an accidental beginning for one', () => {
    const file = build.workflow({ actions: [build.script('shell', 'echo $env.PATH$ $global.x$')] });
    for (const wanted of ['$env.', '$global.']) assert.equal(hoverIn(file, wanted), '');
  });
});

describe('the hover on what has no id', () => {
  const on = (id: string): JsonObject =>
    build.workflow({ actions: [build.httpRequest('ask', { target: build.onId(id) })] });

  it("says of an integration's target whose it is and where it leads", () => {
    const file = on('$module_target;Cisco XDR;securex:ao:iroh_api;platform-apis$');
    assert.equal(
      hoverIn(file, '$module_target'),
      [
        '**platform-apis** (target of the integration "Cisco XDR")',
        [
          '- It leads to the platform APIs, which a token key can serve.',
          '- The integration keeps it together with its account key, so no file holds it.',
          '- 1 activity or workflow chooses it in this file.',
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  it('claims nothing of a target that nobody knows', () => {
    const found = hoverIn(on('$module_target;Secure Endpoint;securex:ao:secure_endpoint$'), '$module_target');
    assert.match(found, /^\*\*securex:ao:secure\\_endpoint\*\* \(target of the integration "Secure Endpoint"\)/);
    assert.doesNotMatch(found, /leads to/);
  });

  it('says what criteria go by', () => {
    const found = hoverIn(build.workflow(), '$targetgroup.');
    assert.equal(
      found,
      '**display\\_name** (property of each target of the type "web-service endpoint")\n\n' +
        '- By it the criteria choose among the targets of a group.',
    );
  });

  it('shows no names beside it, which it is written in already', () => {
    const { document } = atCursor(`¦${printJson(on('$module_target;Cisco XDR;securex:ao:iroh_api$'))}`);
    const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
    assert.deepEqual(
      service.inlayHints(document, whole).map(({ text }) => text),
      ['ask'],
    );
  });
});

describe('the hover on events and triggers', () => {
  const eventId = 'event_01SRYPN5A8QGI2ACoDQ8hWkoOZTS4XeCNN0';
  const otherId = 'event_01O1Y0EYPP05N7ZiK8hhrmtQg5FFLyDAuVC';
  const triggerId = 'triggerevent_01LXYC6086ATI6aMLPBoWAOKcuGUwEG42gc';
  const subject = `$trigger.${triggerId}.output.subject$`;
  const event = (id: string, name: string): Json => ({
    unique_name: id,
    name,
    title: name,
    type: 'email.event',
    properties: { display_name: name, conditions: { left_operand: '$output.subject$', operator: 'eq' } },
  });
  const trigger = { unique_name: triggerId, name: 'Mail', title: '', type: 'event', ref_id: eventId, disabled: true };
  const withTriggers = (triggers: JsonObject): JsonObject =>
    build.workflow({
      actions: [build.completed('end', subject)],
      beside: { events: { [eventId]: event(eventId, 'New mail'), [otherId]: event(otherId, 'Old mail') }, triggers },
    });
  const file = withTriggers({ [triggerId]: trigger });

  it('tells of a trigger what it waits for and what is read of it', () => {
    const found = hoverIn(file, subject);
    assert.match(found, /^\*\*Mail\*\* \(trigger\)\n\nHere its output "subject" is read\./);
    for (const fact of [
      'Its type is event.',
      'It waits for the event "New mail".',
      'It is switched off.',
      'What it brings along is read in 1 place.',
      `It is defined in line ${lineOf(file, `"${triggerId}"`)}.`,
    ]) {
      assert.ok(found.includes(`- ${fact}`), `${fact}\n${found}`);
    }
  });

  it('knows a trigger by its id where the file does not hold it', () => {
    const found = hoverIn(withTriggers({}), subject);
    assert.match(found, /^\*\*Trigger\*\*\n\nHere its output "subject" is read\.[^]*This file does not hold it/);
  });

  it('takes what a trigger refers to for the event that it is, not for an atomic', () => {
    assert.match(hoverIn(file, eventId, '"ref_id"'), /^\*\*New mail\*\* \(event\)/);
  });

  it('tells whose output a condition looks at, event by event', () => {
    const text = printJson(file);
    for (const [name, id] of [
      ['New mail', eventId],
      ['Old mail', otherId],
    ] as const) {
      const { document, position } = atCursor(withCursorIn(text, '$output.subject$', text.indexOf(`"${id}": {`)));
      const found = service.hover(document, position)?.markdown ?? '';
      assert.equal(found, `**subject** (what the event "${name}" brings along)`);
      assert.equal(service.highlights(document, position).length, 1);
    }
  });
});

describe('where the hover says that a thing is defined', () => {
  const token = build.tokenOf('make');
  const file = build.workflow({
    variables: [build.tokenVariable('Token')],
    actions: [
      build.generator('make'),
      build.setVariables('keep', { [build.local('Token')]: token }),
      build.atomicCall('use', inspect, build.local('Token')),
    ],
  });

  it('is the line of its name', () => {
    const lines = printJson(file).split('\n');
    for (const [wanted, name] of [
      [token, '"title": "make"'],
      [build.local('Token'), '"name": "Token"'],
    ] as const) {
      const line = Number(/It is defined in line (\d+)\./.exec(hoverIn(file, wanted))?.[1]);
      assert.ok(lines[line - 1]?.includes(name), `line ${line} for ${name}`);
    }
  });

  it('is left out where the cursor is there already', () => {
    const places = [`"${activityId('make')}"`, `"${variableId('Token')}"`, '"Token"'].map((each) => [each, each]);
    for (const [wanted = '', from] of [...places, ['"make"', '"title": "make"']]) {
      const found = hoverIn(file, wanted, from);
      assert.match(found, /^\*\*(?:make|Token)\*\*/);
      assert.doesNotMatch(found, /defined in/);
    }
  });

  it('is another file and its line, where that one has it', () => {
    const atomic = build.workflow({ title: 'Own', variables: [build.variable('Name', 'string', 'input')] });
    const input = variableId('Name');
    const caller = printJson(
      build.workflow({ actions: [build.subWorkflowCall('call', workflowId('Own'), { [input]: 'x' })] }),
    );
    const other = { uri: 'file:///a/own%20atomic.json', text: printJson(atomic) };
    const withOther = createLanguageService({
      configuration: () => defaultConfiguration,
      definitions: (id) => (workflowId('Own').endsWith(id) ? [other] : []),
    });
    for (const [wanted, name] of [
      [input, '"name": "Name"'],
      [workflowId('Own'), '"title": "Own"'],
    ] as const) {
      const { document, position } = atCursor(withCursorIn(caller, wanted));
      const found = withOther.hover(document, position)?.markdown ?? '';
      const line = lineOf(atomic, name);
      assert.ok(found.includes(`- It is defined in own atomic.json, line ${line}.`), found);
    }
  });
});

describe("the hover's words for an account key", () => {
  const keyId = 'definition_runtime_user_01PP6DOGFQ27G3TSzi5Ym1LQ1cBmjXcVoIG';
  const withTarget = (name: string): JsonObject =>
    build.workflow({
      target: build.workflowOn(name),
      beside: {
        runtime_users: {
          [keyId]: {
            unique_name: keyId,
            type: 'runtime_user.oauth_integration',
            properties: { display_name: 'My key' },
          },
        },
      },
    });

  it('are those of the product that the file shows', () => {
    const typeIn = (file: JsonObject): string => /Its type is (.*)\./.exec(hoverIn(file, keyId))?.[1] ?? '';
    assert.deepEqual(
      ['Platform APIs', 'CTR_API'].map((name) => typeIn(withTarget(name))),
      ['Cisco XDR Token', 'SecureX Token \\(in Cisco XDR: Cisco XDR Token\\)'],
    );
  });
});
