import type { FactName, Facts, FullFacts } from './facts.ts';
import type { Choices, FullChoices } from './fields.ts';
import type { Rule } from './rule.ts';

/**
 * Guarded views of the facts. Reading a fact that is not known throws a small signal with the
 * fact's name; the engine turns it into a verdict. Predicates therefore read like the documents and
 * cannot take "not known" for "no". A signal is made once per fact and thrown again, for taking a
 * stack costs more than all the rest.
 */

class NotKnown extends Error {
  readonly fact: FactName;
  constructor(fact: FactName) {
    super(`${fact} is not known`);
    this.fact = fact;
  }
}
class NoSuchThing extends Error {}
const noSuchThing = new NoSuchThing('This group of facts doesn’t exist here');

const signals = new Map<FactName, NotKnown>();
function notKnown(fact: FactName): NotKnown {
  const signal = signals.get(fact) ?? new NotKnown(fact);
  signals.set(fact, signal);
  return signal;
}

/** Result of `ask`: an answer, the name of the missing fact, or "does not apply here". */
type Answer<T> =
  | { state: 'known'; value: T }
  | { state: 'not known'; fact: FactName }
  | { state: 'absent' };

/** Runs a predicate or value function and turns the signals into a result; real errors pass. */
export function ask<T>(read: () => T): Answer<T> {
  try {
    return { state: 'known', value: read() };
  } catch (signal) {
    if (signal instanceof NotKnown) return { state: 'not known', fact: signal.fact };
    if (signal instanceof NoSuchThing) return { state: 'absent' };
    throw signal;
  }
}

/**
 * "Or" that does not stop at an unknown: true as soon as one claim is true, even after an unknown one is not known;
 * not known when none is true and one is not known.
 */
export function either(...claims: (() => boolean)[]): boolean {
  let missing: NotKnown | null = null;
  for (const claim of claims) {
    try {
      if (claim()) return true;
    } catch (signal) {
      if (!(signal instanceof NotKnown)) throw signal;
      missing ??= signal;
    }
  }
  if (missing !== null) throw missing;
  return false;
}

/** "And" that does not stop at an unknown: false as soon as one claim is false. */
export function all(...claims: (() => boolean)[]): boolean {
  return !either(...claims.map((claim) => () => !claim()));
}

export type GuardedView = { facts: FullFacts; c: FullChoices };

/** Called with each property that is read, in order; a value of `undefined` is not known. */
type OnRead = (name: FactName, value: unknown) => void;

/**
 * Views without a listener: the same facts are looked at several times while a draft is settled, with
 * other choices each time, and making a view costs as much as hearing some rules.
 */
const factViews = new WeakMap<Facts, FullFacts>();
const choiceViews = new WeakMap<Choices, FullChoices>();

/** The guarded view of facts and choices, neither of which is changed afterwards. */
export function guarded(facts: Facts, choices: Choices, onRead?: OnRead): GuardedView {
  if (onRead !== undefined)
    return { facts: factView(facts, onRead), c: choiceView(choices, onRead) };
  const seenFacts = factViews.get(facts) ?? factView(facts);
  const seenChoices = choiceViews.get(choices) ?? choiceView(choices);
  factViews.set(facts, seenFacts);
  choiceViews.set(choices, seenChoices);
  return { facts: seenFacts, c: seenChoices };
}

function factView(facts: Facts, onRead?: OnRead): FullFacts {
  const group = <G extends keyof FullFacts>(name: G): FullFacts[G] =>
    guard(name, facts[name], onRead);
  return {
    vm: group('vm'),
    item: group('item'),
    point: group('point'),
    vault: group('vault'),
    target: group('target'),
    platform: group('platform'),
    operator: group('operator'),
    identity: group('identity'),
    disk: group('disk'),
    bv: group('bv'),
    commvault: group('commvault'),
    job: group('job'),
    form: group('form'),
    policy: group('policy'),
  };
}

function choiceView(choices: Choices, onRead?: OnRead): FullChoices {
  const known = {
    ...choices,
    subscriptionTenant: choices.subscriptionTenant,
    staging: choices.staging && guard('c.staging', choices.staging, onRead),
    vnet: choices.vnet && guard('c.vnet', choices.vnet, onRead),
  };
  return guard('c', known, onRead);
}

// Overloaded so that two claims are made here and nowhere else. "Every property of T can be read"
// holds because reading a property that is not there does not return.
function guard<T extends object>(
  name: string,
  known: Readonly<Partial<T>> | null | undefined,
  onRead?: OnRead,
): T;
function guard(name: string, known: object | null | undefined, onRead?: OnRead): object {
  if (known === null) {
    return new Proxy(noSuchThing, {
      get: () => {
        throw noSuchThing;
      },
    });
  }
  return new Proxy(known ?? {}, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      onRead?.(factName(name, String(key)), value);
      if (value === undefined) throw notKnown(factName(name, String(key)));
      return value;
    },
  });
}

// "This is the name of a fact" holds because the groups are of the types that make up FactName; the
// plain choices, which are always known, are reported as well.
function factName(group: string, key: string): FactName;
function factName(group: string, key: string): string {
  return `${group}.${key}`;
}

/** A fact that a rule looked at; a value of `undefined` is not known. */
type FactRead = { name: FactName; value: unknown };

/**
 * The facts that a rule read on the way to its verdict, in the order of reading, each once, for the
 * explanation of the verdict. Omits switches of the product and the person's own choices, except facts
 * that depend on the chosen account, network or subscription. Empty where the choices alone decide.
 */
export function factsRead(rule: Rule, facts: Facts, choices: Choices): FactRead[] {
  return readBy(rule, facts, choices).filter(({ name }) => isFact(name));
}

/** The person's own choices that a rule looked at in the same way, each once. */
export function choicesRead(rule: Rule, facts: Facts, choices: Choices): FactRead[] {
  return readBy(rule, facts, choices).filter(
    ({ name }) => name.startsWith('c.') && !isFact(name) && !NOT_OURS.has(name),
  );
}

/** What no field of the form holds. */
const NOT_OURS: ReadonlySet<string> = new Set(['c.product', 'c.client', 'c.action']);

function readBy(rule: Rule, facts: Facts, choices: Choices): FactRead[] {
  const found = new Map<FactName, unknown>();
  const view = guarded(facts, choices, (name, value) => {
    if (!found.has(name)) found.set(name, value);
  });
  ask(() => rule.when(view.facts, view.c));
  return [...found].map(([name, value]) => ({ name, value }));
}

/** Whether what a rule reads is a fact, which may be not known, and no choice or switch. */
export function isFact(name: string): boolean {
  if (name.startsWith('policy.')) return false;
  return /^(?!c\.)|^c\.(staging|vnet)\.|^c\.subscriptionTenant$/.test(name);
}
