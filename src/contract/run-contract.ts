/** Runs the cases, one after another, and tells what was seen. */
import { cases as allCases } from './cases/index.ts';
import { type ContractCase, type ContractTarget, Inapplicable } from './contract-case.ts';
import { openScene, type Scene } from './scene.ts';

export interface ContractOptions {
  /** Default: all. */
  readonly cases?: readonly ContractCase[] | undefined;
  /** Runs the cases whose sentence matches. */
  readonly only?: RegExp | undefined;
  /** Name of the contract's folder and directory on the target. Default `simsphere-contract`. */
  readonly prefix?: string | undefined;
  /** Called after each case. */
  readonly onResult?: ((result: CaseResult) => void) | undefined;
}

export interface CaseResult {
  readonly name: string;
  /** `inapplicable`: what the target was said to be is not enough to see the behaviour on it. Neither holds nor fails. */
  readonly outcome: 'passed' | 'failed' | 'inapplicable';
  /** What was seen instead, or what is missing. */
  readonly reason?: string | undefined;
  readonly error?: unknown;
}

export interface ContractReport {
  readonly passed: number;
  readonly failed: number;
  readonly inapplicable: number;
  readonly results: readonly CaseResult[];
}

/**
 * Runs the contract against a vCenter. Nothing outside its own folder and directory is touched; both are gone
 * afterwards. Throws when the target cannot be worked with at all; a case that fails is in the report.
 *
 * @example
 * const { failed } = await runContract({ url, username, password, ca });
 */
export async function runContract(target: ContractTarget, options: ContractOptions = {}): Promise<ContractReport> {
  const chosen = (options.cases ?? allCases).filter(({ name }) => options.only?.test(name) ?? true);
  const scene = await openScene(target, options.prefix ?? 'simsphere-contract');
  const results: CaseResult[] = [];
  try {
    for (const one of chosen) {
      const result = await runCase(one, scene);
      results.push(result);
      options.onResult?.(result);
    }
  } finally {
    await scene.close();
  }
  const count = (outcome: CaseResult['outcome']): number => results.filter((r) => r.outcome === outcome).length;
  return { passed: count('passed'), failed: count('failed'), inapplicable: count('inapplicable'), results };
}

async function runCase(one: ContractCase, scene: Scene): Promise<CaseResult> {
  const { name } = one;
  let result: CaseResult = { name, outcome: 'passed' };
  try {
    await one.run(scene);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    result =
      error instanceof Inapplicable
        ? { name, outcome: 'inapplicable', reason }
        : { name, outcome: 'failed', reason, error };
  }
  try {
    await scene.clear();
  } catch (error) {
    // What stands in the way of clearing up is the target's fault too, but never hides why the case failed.
    const reason = `what the case made could not be removed: ${error instanceof Error ? error.message : error}`;
    if (result.outcome !== 'failed') result = { name, outcome: 'failed', reason, error };
  }
  return result;
}
