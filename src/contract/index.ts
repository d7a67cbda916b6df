/** `simsphere/contract`: what a vCenter does, as cases that run against any. */
export { cases } from './cases/index.ts';
export { cleanContract } from './clean.ts';
export type {
  ChangingCase,
  Context,
  ContractCase,
  ContractTarget,
  Need,
  ReadContext,
  ReadingCase,
} from './contract-case.ts';
export { type Difference, diffRecordings } from './diff.ts';
export { type Explanation, type Judged, judge } from './explained.ts';
export type { Ground, Place, Store } from './ground.ts';
export { junitOf } from './junit.ts';
export type { Making, OpenRun } from './ledger.ts';
export type { RecordedCase, RecordedExchange, Recording } from './recorder.ts';
export { type CaseResult, type ContractOptions, type ContractReport, runContract } from './run-contract.ts';
