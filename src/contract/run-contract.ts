/** Runs the cases, one after another, and tells what was seen. */
import { setTimeout as pause } from 'node:timers/promises';
import { isVsphereError } from '../client/index.ts';
import { findLacking, type Lacking } from './capabilities.ts';
import { cases as allCases } from './cases/index.ts';
import { type ContractCase, type ContractTarget, Inapplicable } from './contract-case.ts';
import { Ledger } from './ledger.ts';
import { Recorder, type Recording } from './recorder.ts';
import { openScene, Scene } from './scene.ts';
import { openVisit, type Visit } from './visit.ts';

export interface ContractOptions {
  /** Runs the cases that make things too: in a folder of their own, all gone afterwards. Default false. */
  readonly allowChanges?: boolean | undefined;
  /** Default: all. */
  readonly cases?: readonly ContractCase[] | undefined;
  /** Runs the cases whose sentence matches, or whose `area: sentence` does. */
  readonly only?: RegExp | undefined;
  /** First part of the name of all that is made on the target. Default `simsphere-contract`. */
  readonly prefix?: string | undefined;
  /** File that says what was made, before it is made; gone when all is removed. Without one a crash leaves things. */
  readonly ledger?: string | undefined;
  /** Keeps what was seen on the wire, for `report.recording`. */
  readonly record?: boolean | undefined;
  /** Longest time for one case and for its clearing up, in milliseconds; who takes longer ends the run. Default 15 minutes. */
  readonly caseTimeout?: number | undefined;
  /** Called after each case. */
  readonly onResult?: ((result: CaseResult) => void) | undefined;
  /** Ends the run after the case at hand; what was made is removed all the same. */
  readonly signal?: AbortSignal | undefined;
}

export interface CaseResult {
  readonly name: string;
  readonly area: string;
  /** `inapplicable`: the behaviour cannot be seen on this target. Neither holds nor fails. */
  readonly outcome: 'passed' | 'failed' | 'inapplicable';
  /** What was seen instead, or what is missing. */
  readonly reason?: string | undefined;
  readonly error?: unknown;
  readonly milliseconds: number;
}

export interface ContractReport {
  /** The product as it names itself. */
  readonly target: string;
  readonly passed: number;
  readonly failed: number;
  readonly inapplicable: number;
  readonly results: readonly CaseResult[];
  readonly recording?: Recording | undefined;
}

/**
 * Runs the contract against a vCenter. Without `allowChanges` it only looks. With it, nothing outside its own folder
 * and names is touched, and all of it is gone afterwards. Throws when the target cannot be worked with at all; a
 * case that fails is in the report.
 *
 * @example
 * const { failed } = await runContract({ url, username, password, ca }, { allowChanges: true });
 */
export async function runContract(target: ContractTarget, options: ContractOptions = {}): Promise<ContractReport> {
  const { only, record, signal, prefix = 'simsphere-contract' } = options;
  const chosen = (options.cases ?? allCases).filter(({ name, area }) => only?.test(`${area}: ${name}`) ?? true);
  const recorder = record ? new Recorder() : undefined;
  const visit = options.allowChanges
    ? await openScene(target, prefix, new Ledger(options.ledger), recorder?.observe)
    : await openVisit(target, recorder?.observe);
  const results: CaseResult[] = [];
  const tell = (result: CaseResult): void => {
    results.push(result);
    options.onResult?.(result);
  };
  const limit = options.caseTimeout ?? 15 * 60_000;
  try {
    const lacking = await findLacking(visit);
    recorder?.meet(visit.ground, visit instanceof Scene ? visit.run : undefined, target);
    for (const one of chosen) {
      if (signal?.aborted) break;
      recorder?.begin();
      const { lost, ...result } = await runCase(one, visit, lacking, recorder, limit);
      tell(result);
      // Nothing more can be seen on a target that is gone or hangs.
      if (lost) break;
    }
  } finally {
    const left = await within(limit, visit.close()).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (left !== undefined) tell(notRemoved(left));
  }
  const count = (outcome: CaseResult['outcome']): number => results.filter((r) => r.outcome === outcome).length;
  return {
    target: visit.client.about.fullName,
    passed: count('passed'),
    failed: count('failed'),
    inapplicable: count('inapplicable'),
    results,
    recording: recorder?.recording(visit.client.about),
  };
}

async function runCase(
  one: ContractCase,
  visit: Visit,
  lacking: Lacking,
  recorder: Recorder | undefined,
  limit: number,
): Promise<CaseResult & { readonly lost: boolean }> {
  const { name, area = 'other' } = one;
  const started = performance.now();
  let outcome: CaseResult['outcome'] = 'passed';
  let error: unknown;
  try {
    await within(limit, seen(one, visit, lacking));
  } catch (thrown) {
    outcome = thrown instanceof Inapplicable ? 'inapplicable' : 'failed';
    error = thrown;
  }
  recorder?.end(name, outcome);
  let lost = error instanceof TooLong;
  try {
    await within(limit, visit.clear());
  } catch (thrown) {
    lost ||= thrown instanceof TooLong || (isVsphereError(thrown) && thrown.code === 'ERR_UNREACHABLE');
    // What stands in the way of clearing up is the target's fault too, but never hides why the case failed.
    if (outcome !== 'failed') {
      outcome = 'failed';
      error = new Error(`what the case made could not be removed: ${messageOf(thrown)}`, { cause: thrown });
    }
  }
  const milliseconds = Math.round(performance.now() - started);
  if (outcome === 'passed') return { name, area, outcome, milliseconds, lost };
  const reason = messageOf(error);
  return { name, area, outcome, milliseconds, lost, reason, ...(outcome === 'failed' && { error }) };
}

/** It stands in the ledger still, where there is one. */
function notRemoved(error: unknown): CaseResult {
  const reason = `${messageOf(error)}; what is left is removed by \`simsphere contract --clean\``;
  const name = 'all that the contract made is removed at its end';
  return { name, area: 'contract', outcome: 'failed', reason, error, milliseconds: 0 };
}

class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** The work's own end, or TooLong. */
async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = pause(limit, undefined, { signal: over.signal }).then(() => {
    throw new TooLong(`it took longer than ${limit / 1000} s`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}

async function seen(one: ContractCase, visit: Visit, lacking: Lacking): Promise<void> {
  if (one.does === 'changes' && !(visit instanceof Scene)) {
    throw new Inapplicable('it makes things, and that was not allowed (--allow-changes)');
  }
  const needs = [
    ...(one.needs ?? []),
    ...(one.does === 'changes' ? (['may create machines', 'licence'] as const) : []),
  ];
  for (const need of needs) {
    const reason = lacking.get(need);
    if (reason !== undefined) throw new Inapplicable(reason);
  }
  if (one.does === 'reads') await one.run(visit);
  else if (visit instanceof Scene) await one.run(visit);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
