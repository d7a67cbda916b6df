/** `simsphere/contract`: what a vCenter does, as cases that run against any. */
export { cases } from './cases/index.ts';
export type { Context, ContractCase, ContractTarget } from './contract-case.ts';
export { type CaseResult, type ContractOptions, type ContractReport, runContract } from './run-contract.ts';
