/** A fault rule: which calls it concerns, which of those it takes, what happens to them, and when it is done. */
import type { TaskTrouble } from '../world/task.ts';
import type { Comparison, Condition } from './condition.ts';

/** `before`: no work is done. `after`: the work was done, and its answer suffers. */
export type Phase = 'before' | 'after';

/** Every part that is given must fit; texts are globs (`*`, `?`) and compare without regard to case. */
export interface Match {
  /** `PowerOnVM_Task`, `Retrieve*`, `PUT /folder`. */
  readonly method?: string | undefined;
  /** Managed type of the object called on, or a type it derives from. */
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  /** `/DC0/vm/web-*`; for files `[datastore] dir/file`. */
  readonly path?: string | undefined;
  /** As `user@domain` or `DOMAIN\user`. */
  readonly user?: string | undefined;
  readonly opId?: string | undefined;
  /** Ordinal of the session. */
  readonly session?: number | undefined;
  /** By property path of the object called on: `{ 'runtime.powerState': 'poweredOn' }`. */
  readonly property?: Readonly<Record<string, Condition>> | undefined;
}

/** Something about the world: an object stands at a path, or a property of it is what the comparison says. */
export interface Predicate extends Comparison {
  /** Inventory path, or id. */
  readonly path: string;
  readonly property?: string;
}

/** Of the calls that match, those it takes. Parts given together must all hold. */
export interface When {
  /** The matching call of that number only, counting from 1. */
  readonly nth?: number | undefined;
  /** Each matching call whose number divides by this. */
  readonly every?: number | undefined;
  /** Asleep for so many milliseconds of the clock after it was armed. */
  readonly after?: number | undefined;
  /** A throw of dice that follow from the seed and the rule's id. */
  readonly probability?: number | undefined;
  /** Only while that is so; a change of the world that names no call happens once it is. */
  readonly holds?: Predicate | undefined;
}

export interface Limits {
  readonly times?: number | undefined;
  /** Milliseconds of the clock after arming when the rule ends. */
  readonly until?: number | undefined;
}

export type FaultDetail = NonNullable<TaskTrouble['fail']>;

export interface SoapEffect extends FaultDetail {
  readonly layer: 'soap';
  /** No fault at all: the answer has nothing in it. */
  readonly empty: boolean;
  readonly phase: Phase;
}

export interface TaskEffect extends Omit<TaskTrouble, 'rule'> {
  readonly layer: 'task';
  readonly fail: FaultDetail | undefined;
}

/** What the kinds mean stands with the words of a rule, in rule-shape.ts. */
export interface TransportRuleEffect {
  readonly layer: 'transport';
  readonly kind:
    | 'reset'
    | 'empty'
    | 'truncate'
    | 'badChunk'
    | 'garbage'
    | 'garbled'
    | 'stall'
    | 'dribble'
    | 'bandwidth'
    | 'status'
    | 'close'
    | 'alert'
    | 'delay';
  /** Bytes: that still go out, at once, or in a second. */
  readonly amount: number | undefined;
  /** Milliseconds: of a delay, between bytes, or until it goes on. */
  readonly every: number | undefined;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly body: string | undefined;
  readonly phase: Phase;
}

export interface WorldEffect {
  readonly layer: 'world';
  readonly verb: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly phase: Phase;
}

export type Effect = SoapEffect | TaskEffect | TransportRuleEffect | WorldEffect;

/** A rule that was checked: durations in milliseconds, defaults filled in. */
export interface Rule {
  readonly id: string;
  readonly match: Match;
  readonly when: When;
  readonly effect: Effect;
  readonly limits: Limits;
}

/** A rule as a user writes it, in TypeScript, YAML or JSON. Durations are `30s` or milliseconds. */
export interface RuleInput {
  readonly id?: string;
  readonly match?: Match;
  readonly when?: {
    readonly nth?: number;
    readonly every?: number;
    readonly after?: string | number;
    readonly probability?: number;
    readonly holds?: Predicate;
  };
  readonly effect: EffectInput;
  readonly limits?: { readonly times?: number; readonly until?: string | number };
}

export interface FaultInput {
  readonly fault: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

export interface TaskInput {
  readonly fail?: FaultInput;
  readonly cancel?: true;
  readonly stall?: true | string | number;
  readonly slow?: string | number;
  /** `40%`, or the name of a step of the verb. Default: before any work is done. */
  readonly at?: string;
}

/** Exactly one of the first thirteen, and what goes with it. */
export interface TransportInput {
  readonly reset?: true;
  readonly empty?: true;
  readonly truncate?: number;
  readonly badChunk?: true;
  /** `true`: in place of the answer; `body`: in place of its body. */
  readonly garbage?: true | 'body';
  /** For ever (true), or for so long. */
  readonly stall?: true | string | number;
  readonly dribble?: { readonly bytes: number; readonly every: string | number };
  /** Bytes a second: `10KiB`. */
  readonly bandwidth?: string | number;
  readonly status?: number;
  /** Where the client is sent. */
  readonly redirect?: string;
  readonly close?: true;
  readonly alert?: true;
  readonly delay?: string | number;
  /** Of a stall: bytes of the body that go out before it. */
  readonly at?: number;
  /** Of a status or a redirect. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a status. */
  readonly body?: string;
  readonly phase?: Phase;
}

export interface WorldInput {
  readonly verb: string;
  readonly phase?: Phase;
  readonly [argument: string]: unknown;
}

export interface EffectInput {
  /** A fault, or an answer with nothing in it. */
  readonly soap?: (FaultInput | { readonly empty: true }) & { readonly phase?: Phase };
  readonly task?: TaskInput;
  readonly transport?: TransportInput;
  readonly world?: WorldInput;
}
