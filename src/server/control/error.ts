/** What the control API answers when it refuses. */
import { ZodError } from 'zod';
import { pathText, RuleError } from '../../faults/rule-error.ts';
import { SimError } from '../../kernel/errors.ts';
import { ScenarioError } from '../../scenario/scenario-error.ts';
import { VimFault } from '../../world/fault.ts';

export class ControlError extends Error {
  readonly status: number;
  readonly code: string;
  readonly hint: string;

  constructor(
    status: number,
    code: string,
    message: string,
    hint: string = 'GET /_simsphere/openapi.json tells what there is',
  ) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Where in the body the wrong word stands. */
  readonly path: string;
}

export function errorAnswer(error: unknown): { status: number; body: ErrorBody; unforeseen: boolean } {
  const answer = (status: number, code: string, message: string, hint: string, path = '') => ({
    status,
    body: { code, message, hint, path },
    unforeseen: status === 500,
  });
  if (error instanceof ControlError) return answer(error.status, error.code, error.message, error.hint);
  if (error instanceof RuleError)
    return answer(400, error.code, error.message, error.hint, error.path.length === 0 ? '' : pathText(error.path));
  if (error instanceof ScenarioError) return answer(400, error.code, error.message, error.hint, pathOf(error.path));
  if (error instanceof SimError)
    return answer(error.code === 'ERR_STATE' ? 500 : 400, error.code, error.message, error.hint);
  if (error instanceof VimFault) {
    return answer(409, 'ERR_FAULT', `${error.type}: ${error.message}`, 'the world does not allow it as it is now');
  }
  if (error instanceof ZodError) {
    const issue = error.issues[0] && meantOf(error.issues[0]);
    const path = pathOf(issue?.path ?? []);
    return answer(
      400,
      'ERR_USAGE',
      `${path === '' ? 'the request' : path}: ${issue?.message ?? 'is wrong'}`,
      'the path names the word to change',
      path,
    );
  }
  const status = (error as { status?: unknown } | undefined)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return answer(status, 'ERR_USAGE', `the body cannot be read: ${(error as Error).message}`, 'send JSON');
  }
  return answer(500, 'ERR_STATE', 'an internal error', 'this is a defect of simsphere; please report it');
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Of several shapes, the complaint of the one that what was sent comes nearest to: it has the fewest, the deepest first. */
function meantOf(issue: Issue): Issue {
  const branches = issue.code === 'invalid_union' ? (issue.errors ?? []).filter((branch) => branch.length > 0) : [];
  const [nearest] = branches
    .map((branch) => ({ count: branch.length, first: meantOf(branch[0]!) }))
    .sort((a, b) => a.count - b.count || b.first.path.length - a.first.path.length);
  return nearest ? { ...nearest.first, path: [...issue.path, ...nearest.first.path] } : issue;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : pathText(path.map((p) => (typeof p === 'symbol' ? String(p) : p)));
}
