/** What cases ask of an answer. */
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { isVsphereError, type VsphereError } from '../client/index.ts';

/** The error of a call that must be refused with exactly this fault. */
export async function refusal(call: Promise<unknown>, faultType: string): Promise<VsphereError> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (isVsphereError(error, faultType)) return error;
    const seen = isVsphereError(error) ? (error.faultType ?? error.message) : String(error);
    assert.fail(`expected the fault ${faultType}, saw ${seen}`);
  }
  assert.fail(
    `expected the fault ${faultType}, saw the answer ${inspect(answer, { depth: 6, breakLength: 120, maxStringLength: 80 }).slice(0, 600)}`,
  );
}
