/** Quotas as the API writes them. */
import type { ResourceAllocationInfo, SharesInfo } from '../vim25/index.ts';
import type { Quota } from './flavor.ts';

/** A level has its own number of shares, which the server knows. */
export function sharesOf(shares: Quota['shares'] = 'normal'): SharesInfo {
  return typeof shares === 'number' ? { level: 'custom', shares } : { level: shares, shares: 0 };
}

/** What is not said is unlimited, without reservation and at normal shares. */
export function allocationOf({ limit = -1, reservation = 0, shares }: Quota): ResourceAllocationInfo {
  return { limit, reservation, shares: sharesOf(shares) };
}
