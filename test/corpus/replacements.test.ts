import assert from 'node:assert/strict';
import { tokenConsumers, tokenGenerators } from '../../src/core/catalog/atomics';
import { successors } from '../../src/core/catalog/successors';
import { allFiles, describeCorpus } from '../support/corpus';
import { isJsonObject, type Json, type JsonObject } from '../support/json';
import {
  activitiesOf,
  bare,
  calledBy,
  exportsOf,
  nameOf,
  propertiesOf,
  textOf,
  workflowOf,
} from '../support/read-export';
import { document, serviceWith } from '../support/service';
import { assertOnlyTokenChanges } from '../support/token-changes';

/** On request everything retired is replaced, Orbital's atomics as well. */
const service = serviceWith({ replaceKeptAtomics: true });
const parse = (text: string): Json => JSON.parse(text) as Json;

const tokenInputs: ReadonlySet<string> = new Set(tokenConsumers.map(({ tokenInput }) => tokenInput));
const generators: ReadonlySet<string> = new Set(tokenGenerators.map(({ id }) => id));
const system: ReadonlySet<string> = new Set([...successors.values()].map(({ id }) => id));

interface Version {
  readonly file: string;
  readonly activity: JsonObject;
}

/** The versions of each activity in all files, by the workflow's and its own `unique_name`. */
function versions(read: (text: string) => Json): Map<string, Version[]> {
  const found = new Map<string, Version[]>();
  for (const { name, text } of allFiles()) {
    for (const exported of exportsOf(read(text))) {
      for (const { activity } of activitiesOf(exported)) {
        const key = `${bare(nameOf(workflowOf(exported)))} ${bare(nameOf(activity))}`;
        found.set(key, [...(found.get(key) ?? []), { file: name, activity }]);
      }
    }
  }
  return found;
}

const inputOf = (activity: JsonObject): JsonObject => {
  const { input } = propertiesOf(activity);
  return isJsonObject(input) ? input : {};
};

/** Everything but references: a person's own words and numbers. */
const wordsIn = (value: Json | undefined): string =>
  (typeof value === 'string' ? value : JSON.stringify(value ?? '')).replace(/\$[^$\n]+\$/g, '');
const isEdited = (before: Json | undefined, after: Json | undefined): boolean => wordsIn(before) !== wordsIn(after);

/** Why an input is another one than in Cisco's version; `undefined` where nothing explains it. */
function explain(key: string, ours: Json | undefined, ciscos: Json | undefined): string | undefined {
  if (JSON.stringify(ours) === JSON.stringify(ciscos)) return 'the same';
  if (tokenInputs.has(bare(key)) && [ours, ciscos].includes('')) return 'the token, which Cisco took out a year later';
  const isWithoutReference = !textOf(ciscos).includes('$');
  if (ours === undefined && isWithoutReference) return 'an optional input that the atomic got later';
  if (ours !== undefined && ciscos !== undefined && isEdited(ours, ciscos)) return 'a text or number that Cisco edited';
  return undefined;
}

describeCorpus("Cisco's own replacement of retired atomics", () => {
  const before = versions(parse);
  const ours = versions((text) => parse(service.planMigration(document(text)).newText));
  const compared = [...before].flatMap(([key, all]) =>
    all.flatMap(({ file, activity }) => {
      const successor = successors.get(calledBy(activity));
      const after = all.filter((other) => successor?.id === calledBy(other.activity));
      const result = ours.get(key)?.find((version) => version.file === file)?.activity;
      // A generator that went is no replacement to be compared.
      if (!successor || after.length === 0 || !result) return [];
      return after.map((cisco) => ({ key, file, activity, result, cisco, successor }));
    }),
  );

  it('is of use here: there are activities before and after it', function () {
    const activities = new Set(compared.map(({ key }) => key));
    const left = new Set(
      compared.filter(({ result, successor }) => calledBy(result) !== successor.id).map(({ key }) => key),
    );
    assert.ok(activities.size > 20);
    assert.ok(left.size < activities.size / 10);
    if (this.test) {
      this.test.title += `: ${activities.size} activities in ${compared.length} pairs of versions, ${left.size} of them left as they are`;
    }
  });

  it('gave every activity the atomic, the inputs and the values that we give it', function () {
    const reasons = new Map<string, number>();
    for (const { file, result, cisco, successor } of compared) {
      if (calledBy(result) !== successor.id) continue;
      const [own, theirs] = [inputOf(result), inputOf(cisco.activity)];
      for (const key of new Set([...Object.keys(own), ...Object.keys(theirs)])) {
        const why = explain(key, own[key], theirs[key]);
        const difference = `${file}, ${cisco.file}: ${textOf(result.title)}: ${key}: ${JSON.stringify(own[key])}, ${JSON.stringify(theirs[key])}`;
        assert.ok(why, difference);
        reasons.set(why, (reasons.get(why) ?? 0) + 1);
      }
    }
    if (this.test) this.test.title += `: ${[...reasons].map(([why, count]) => `${count} ${why}`).join(', ')}`;
  });

  it('left nothing but what we name to a person', () => {
    const left = compared.filter(({ result, successor }) => calledBy(result) !== successor.id);
    for (const { file, activity } of left) {
      const text = allFiles().find(({ name }) => name === file)?.text ?? '';
      const told = service
        .planMigration(document(text))
        .manual.filter(({ activity: name }) => name === nameOf(activity));
      assert.ok(told.some(({ code, message }) => code === 'retired-atomic' && message.includes('by hand')));
    }
  });

  it('gave the outputs the ids that we know, wherever a version before and one after read the same', () => {
    const seen = new Set<string>();
    for (const { key, activity, cisco, successor } of compared) {
      const [workflow = ''] = key.split(' ');
      for (const [reader, all] of before) {
        if (!reader.startsWith(workflow)) continue;
        for (const [old, id] of successor.outputs) {
          const reads = (version: Version, member: string): boolean =>
            JSON.stringify(propertiesOf(version.activity)).includes(
              `${bare(nameOf(activity))}.output.variable_workflow_${member}$`,
            );
          const [was] = all.filter((version) => reads(version, old));
          const [is] = all.filter((version) => version.file === cisco.file);
          if (!was || !is) continue;
          const others = [...successor.outputs.values()].filter((other) => other !== id);
          if (reads(is, id)) seen.add(old);
          else assert.ok(!others.some((other) => reads(is, other)), `${old} is not ${id}`);
        }
      }
    }
    // All but those of atomics that no version of which is read is seen in activities that are there before and after.
    const known = [...successors]
      .filter(([retired]) => !generators.has(retired))
      .flatMap(([, { outputs }]) => [...outputs.keys()]);
    assert.ok(seen.size > known.length / 2, `${seen.size} of ${known.length}`);
    for (const proven of provenHere) assert.ok(seen.has(proven), proven);
  });

  it('is done after one run on request, too, and changes nothing but the calls and the token', () => {
    for (const { name, text } of allFiles()) {
      const { status, newText } = service.planMigration(document(text));
      assert.notEqual(status, 'failed', name);
      assertOnlyTokenChanges(parse(text), parse(newText));
      assert.deepEqual(service.planMigration(document(newText)).edits, [], name);
    }
  });

  it('put every system atomic of ours in the place of a retired one', () => {
    for (const { activity } of [...ours.values()].flat()) {
      const unknown =
        system.has(calledBy(activity)) &&
        Object.keys(inputOf(activity)).some((key) => /^\w+$/.test(key) && retiredInputs.has(bare(key)));
      assert.ok(!unknown, `${textOf(activity.title)} has an input of a retired atomic`);
    }
  });
});

/** Outputs whose counterpart is not in the catalogue: what reads them in these workflows proves it. */
const provenHere = [
  '01KVOGF4J4HBH1AEO1b5YnhSpqUnFihUeXS',
  '01KVVWMAKJDWL0w7z086xbnRNZMwGcpxweP',
  '01KWI6XBXCA122ks58vY1MiMR3fTMolsjyC',
];

const retiredInputs: ReadonlySet<string> = new Set(
  [...successors.values()].flatMap(({ inputs, emptyInputs }) => [...inputs.keys(), ...emptyInputs.keys()]),
);
