/**
 * `simsphere/matchers`: what tests say of a simulator, for every test runner. `matchers` goes into any `expect.extend`
 * (vitest, jest, bun); `assertReceived` and `assertNoLeaks` throw, for runners that have none.
 *
 * @example
 * import { matchers } from 'simsphere/matchers';
 * expect.extend(matchers); // once, in a set-up file
 *
 * expect(sim).toHaveReceived('PowerOnVM_Task', { target: 'web-*', times: 2 });
 * expect(sim).toHaveNoLeaks();
 */
import { AssertionError } from 'node:assert';
import { type Leak, type LeakKind, leakText, type MethodName, type Simulator } from '../index.ts';
import { type ExpectedCall, judge } from '../journal/expectation.ts';

export type { ExpectedCall } from '../journal/expectation.ts';

/** A method of the API, a glob, or what comes to a door: `PUT /folder`. */
export type CalledMethod = MethodName | (string & {});

export interface LeakOptions {
  /** Kinds of things that may be left open. */
  readonly except?: readonly LeakKind[];
}

export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual?: unknown;
}

/** What the matchers are called with, as `expect.extend` has it in every runner. */
export interface Matchers {
  toHaveReceived(received: unknown, method: CalledMethod, expected?: ExpectedCall): MatcherResult;
  toHaveNoLeaks(received: unknown, options?: LeakOptions): MatcherResult;
}

/** The matchers as `expect(sim)` has them: for a runner's own types to extend. */
export interface SimsphereMatchers<R = unknown> {
  /** The simulator was called so; at least once where `times` says nothing. */
  toHaveReceived(method: CalledMethod, expected?: ExpectedCall): R;
  /** Clients have closed what they opened: sessions, views, filters, collectors, leases, tickets, transfers. */
  toHaveNoLeaks(options?: LeakOptions): R;
}

export const matchers: Matchers = {
  toHaveReceived(received, method, expected) {
    const { pass, message } = judge(simulatorOf(received).journal, method, expected);
    return { pass, message: () => message };
  },
  toHaveNoLeaks(received, options) {
    const leaks = leaksBut(simulatorOf(received), options);
    return {
      pass: leaks.length === 0,
      message: () => (leaks.length === 0 ? 'expected something to be left open' : leakMessage(leaks)),
    };
  },
};

/** Throws an AssertionError unless the simulator was called so. */
export function assertReceived(sim: Simulator, method: CalledMethod, expected?: ExpectedCall): void {
  const { pass, message } = judge(sim.journal, method, expected);
  if (!pass) throw failure(message, assertReceived);
}

/** Throws an AssertionError when clients have left something open. */
export function assertNoLeaks(sim: Simulator, options?: LeakOptions): void {
  const leaks = leaksBut(sim, options);
  if (leaks.length > 0) throw failure(leakMessage(leaks), assertNoLeaks);
}

/** Throws an AssertionError when methods were called that simsphere has not built. */
export function assertSupported(sim: Simulator): void {
  const message = unsupportedMessage(sim);
  if (message !== undefined) throw failure(message, assertSupported);
}

/** Which methods were called that simsphere has not built; undefined when none was. */
export function unsupportedMessage(sim: Simulator): string | undefined {
  const calls = sim.journal.unsupported();
  if (calls.length === 0) return undefined;
  const names = [...new Set(calls.map(({ target, method }) => `${target.type}.${method}`))];
  return `simsphere has not built ${names.join(', ')}: the call was answered NotSupported, as no vCenter would`;
}

function simulatorOf(received: unknown): Simulator {
  const sim = received as Partial<Simulator> | null | undefined;
  if (typeof sim?.leaks === 'function' && typeof sim.journal?.calls === 'function') return sim as Simulator;
  throw new TypeError('expected a simulator, as startSimulator gives it');
}

function leaksBut(sim: Simulator, { except = [] }: LeakOptions = {}): Leak[] {
  return sim.leaks().filter(({ kind }) => !except.includes(kind));
}

function leakMessage(leaks: readonly Leak[]): string {
  return `expected nothing to be left open, but there is\n${leakText(leaks).replaceAll(/^/gm, '  ')}`;
}

function failure(message: string, thrower: (...args: never[]) => unknown): AssertionError {
  return new AssertionError({ message, stackStartFn: thrower });
}
