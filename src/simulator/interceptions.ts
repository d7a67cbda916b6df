/** Functions that stand in front of methods: each may answer in the method's place, throw a fault, or pass the call on. */
import { didYouMean, SimError } from '../kernel/errors.ts';
import { fitsName } from '../kernel/glob.ts';
import { type Call, nameOf } from '../objects/call.ts';
import type { ManagedMethods } from '../vim25/generated/index.ts';
import type { Schema } from '../vim25/schema.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';

type Methods = { [T in keyof ManagedMethods]: ManagedMethods[T] };

/** Names of the API's methods, whatever type they are of. */
export type MethodName = { [T in keyof Methods]: keyof Methods[T] }[keyof Methods] & string;

type MethodOf<M extends string> = {
  [T in keyof Methods]: M extends keyof Methods[T] ? Methods[T][M] : never;
}[keyof Methods];

/** A method's arguments by name. */
export type ArgumentsOf<M extends string> =
  MethodOf<M> extends { readonly params: infer P } ? P : Record<string, unknown>;
/** What a method gives. */
export type ResultOf<M extends string> = MethodOf<M> extends { readonly result: infer R } ? R : undefined;

declare const passed: unique symbol;
/** What `pass` gives: to be returned as it is. */
export interface Passed {
  readonly [passed]: true;
}

/** A call on its way to its method; authority and fault rules are behind it. */
export interface InterceptedCall<M extends string = string> {
  readonly method: string;
  readonly target: Ref;
  /** Name of the target; empty for what has none. */
  readonly name: string;
  readonly args: ArgumentsOf<M>;
  readonly user: string;
  readonly opId: string;
  /** Ordinal of the session; 0 without one. */
  readonly session: number;
  /** Lets the method do its work; what it answers goes out when this is returned. Other arguments may be given. */
  pass(args?: ArgumentsOf<M>): Passed;
  /** Lets the method do its work and gives what it answers, to be looked at or changed. */
  result(args?: ArgumentsOf<M>): Promise<ResultOf<M>>;
}

export type Interceptor<M extends string = string> = (
  call: InterceptedCall<M>,
) => ResultOf<M> | Passed | Promise<ResultOf<M> | Passed>;

export interface Interception {
  /** As the journal names it among the rules that took part. */
  readonly id: string;
  /** Calls it was given so far. */
  readonly calls: number;
  remove(): void;
  [Symbol.dispose](): void;
}

interface Standing {
  readonly id: string;
  readonly method: string;
  readonly does: Interceptor;
  calls: number;
}

/** What is behind an interception: the next one, or the method. */
export interface Behind {
  run(params: DataObject): unknown;
  /** What came of it as a plain value: long answers are made as they are written. */
  whole(value: unknown): Promise<unknown>;
}

export class Interceptions {
  readonly #schema: Schema;
  #standing: Standing[] = [];
  #number = 0;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** Whether there is any: the cheap question before the dear one. */
  get any(): boolean {
    return this.#standing.length > 0;
  }

  /** Puts a function in front of a method, or of all that a glob fits; the newest is asked first. */
  add(method: string, does: Interceptor): Interception {
    this.#check(method);
    const standing: Standing = { id: `intercept-${++this.#number}`, method, does, calls: 0 };
    this.#standing.unshift(standing);
    const remove = () => {
      this.#standing = this.#standing.filter((s) => s !== standing);
    };
    return {
      id: standing.id,
      get calls() {
        return standing.calls;
      },
      remove,
      [Symbol.dispose]: remove,
    };
  }

  clear(): void {
    this.#standing = [];
    this.#number = 0;
  }

  /** The answer of a call: of the first function that fits, or of what is behind them all. */
  run(call: Call, self: Cell, params: DataObject, rules: string[], behind: Behind): unknown {
    const fitting = this.#standing.filter(({ method }) => fitsName(method, call.method));
    return through(fitting, call, self, params, rules, behind);
  }

  #check(method: string): void {
    if (/[*?]/.test(method)) return;
    const names = new Set<string>();
    for (const type of this.#schema.managedNames) {
      for (const name of this.#schema.managed(type)!.methods.keys()) names.add(name);
    }
    if (names.has(method)) return;
    const near = didYouMean(method, names);
    throw new SimError('ERR_USAGE', `the API has no method '${method}'${near ? `; did you mean '${near}'?` : ''}`, {
      hint: 'name a method of the API, or a glob such as Power*',
    });
  }
}

function through(
  [first, ...others]: readonly Standing[],
  call: Call,
  self: Cell,
  params: DataObject,
  rules: string[],
  behind: Behind,
): unknown {
  if (!first) return behind.run(params);
  first.calls++;
  rules.push(first.id);
  const pass = (args: DataObject = params) => through(others, call, self, args, rules, behind);
  const intercepted: InterceptedCall = {
    method: call.method,
    target: self.ref,
    name: nameOf(self),
    args: params as never,
    user: call.user,
    opId: call.opId,
    session: call.session?.state.identity.ordinal ?? 0,
    pass: (args) => pass(args as DataObject | undefined) as Passed,
    result: async (args) => (await behind.whole(await pass(args as DataObject | undefined))) as never,
  };
  return first.does(intercepted);
}
