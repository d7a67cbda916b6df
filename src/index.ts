/**
 * `simsphere`: an embedded vCenter or ESXi.
 *
 * @example
 * const sim = await startSimulator({ inventory: { vm: 5 } });
 * // point any client at sim.url with sim.credentials and sim.ca
 * await sim.close();
 */

export type { Comparison, Condition } from './faults/condition.ts';
export type { EffectInput, Match, Predicate, RuleInput } from './faults/rule.ts';
export type { CheckedRule, ListedRule, RuleBook } from './faults/rule-book.ts';
export type { Journal, JournalEntry, JournalFilter, Outcome } from './journal/journal.ts';
export type { Clock, ClockMode } from './kernel/clock.ts';
export { SimError } from './kernel/errors.ts';
export type { Logger } from './kernel/logger.ts';
export {
  type PrivilegeQuestion,
  type PrivilegeReport,
  type Simulator,
  type StartOptions,
  startSimulator,
  type UserPrivileges,
} from './server/start.ts';
export type {
  ArgumentsOf,
  InterceptedCall,
  Interception,
  Interceptor,
  MethodName,
  Passed,
  ResultOf,
} from './simulator/interceptions.ts';
export type { LatencyInput, WorkTimeInput } from './simulator/latency-profile.ts';
export { type Leak, type LeakKind, leakText } from './simulator/leaks.ts';
export type { Opening } from './simulator/openings.ts';
export type { SimulatorOptions } from './simulator/options.ts';
export { type FaultName, type FaultProperties, fault, type VimFault } from './simulator/typed-fault.ts';
export type { WorldAccess } from './simulator/world-access.ts';
export type { WorldObject } from './simulator/world-object.ts';
