// Checks a YAML text against the JSON Schema that editors use for it: one truth, with the line of every mistake.
import { isMap, isScalar, isSeq } from 'yaml';
import type { Report } from './problems';
import type { YamlSource } from './yamlSource';

/** The part of JSON Schema that the content's schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly { readonly if: Schema; readonly then: Schema }[];
}

function typeName(node: unknown): string {
  if (isMap(node)) return 'object';
  if (isSeq(node)) return 'array';
  const value = isScalar(node) ? node.value : null;
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return value === null ? 'nothing' : typeof value;
}

function allows(type: string | readonly string[], actual: string): boolean {
  return [type].flat().some((name) => name === actual || (name === 'number' && actual === 'integer'));
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** Checks `source` and reports every mistake; the schema's descriptions serve as remedies. */
export function checkShape(source: YamlSource, schema: Schema, report: Report): boolean {
  const resolve = (given: Schema): Schema => {
    const name = given.$ref?.replace('#/$defs/', '');
    return name === undefined
      ? given
      : { ...(schema.$defs?.[name] ?? {}), ...(given.description === undefined ? {} : { description: given.description }) };
  };

  /** Checks a node and calls `wrong` for each mistake; returns nothing so that `if` schemas can be tried in silence. */
  function check(node: unknown, given: Schema, name: string, wrong: Report): void {
    const rules = resolve(given);
    const remedy = rules.description === undefined ? 'See the schema in syllabus/schema.' : `Expected: ${rules.description}`;
    const line = source.lineOf(node);
    const actual = typeName(node);
    if (rules.type !== undefined && !allows(rules.type, actual)) {
      return wrong(
        line,
        `“${name}” is ${actual === 'nothing' ? 'empty' : `of type ${actual}`}, not ${[rules.type].flat().join(' or ')}.`,
        remedy,
      );
    }
    if (isScalar(node)) checkScalar(node.value, rules, name, (what) => wrong(line, what, remedy));
    if (isSeq(node)) {
      if (node.items.length < (rules.minItems ?? 0))
        wrong(line, `“${name}” has ${node.items.length} entries, fewer than ${rules.minItems ?? 0}.`, remedy);
      const { items } = rules;
      if (items !== undefined) node.items.forEach((item, index) => check(item, items, `${name}[${index}]`, wrong));
    }
    if (isMap(node)) checkMap(node, rules, name, line, remedy, wrong);
    for (const { if: condition, then } of rules.allOf ?? []) {
      let holds = true;
      check(node, condition, name, () => (holds = false));
      if (holds) check(node, then, name, wrong);
    }
  }

  function checkMap(
    node: { items: readonly { key: unknown; value: unknown }[] },
    rules: Schema,
    name: string,
    line: number,
    remedy: string,
    wrong: Report,
  ): void {
    const keys = node.items.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : ''));
    for (const key of rules.required ?? []) {
      if (keys.includes(key)) continue;
      const description = rules.properties?.[key] === undefined ? remedy : (resolve(rules.properties[key]).description ?? remedy);
      wrong(line, `“${key}” is missing in ${name}.`, `Add it: ${description}`);
    }
    node.items.forEach((pair, index) => {
      const key = keys[index] ?? '';
      const rule = rules.properties?.[key] ?? rules.additionalProperties;
      if (rule === false) {
        wrong(
          source.lineOf(pair),
          `“${key}” is not a key of ${name}.`,
          `Remove or rename it; the keys are ${Object.keys(rules.properties ?? {}).join(', ')}.`,
        );
      } else if (typeof rule === 'object') check(pair.value, rule, key, wrong);
    });
  }

  let sound = true;
  check(source.root, schema, 'the file', (line, what, remedy) => {
    sound = false;
    report(line, what, remedy);
  });
  return sound;
}

function checkScalar(value: unknown, rules: Schema, name: string, wrong: (what: string) => void): void {
  if (rules.enum !== undefined && !rules.enum.includes(value)) wrong(`“${name}” is ${show(value)}.`);
  if (rules.const !== undefined && rules.const !== value) wrong(`“${name}” is ${show(value)}, not ${show(rules.const)}.`);
  if (typeof value === 'string') {
    if (value.trim().length < (rules.minLength ?? 0)) wrong(`“${name}” is empty.`);
    if (rules.pattern !== undefined && !new RegExp(rules.pattern, 'u').test(value))
      wrong(`“${name}” is ${show(value)}, which has the wrong form.`);
  }
  if (typeof value === 'number' && rules.minimum !== undefined && value < rules.minimum)
    wrong(`“${name}” is ${value}, less than ${rules.minimum}.`);
}
