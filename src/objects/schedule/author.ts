/** Who laid down what is done later: it is done in their name and with their rights as of then. */
import type { Call } from '../call.ts';

export interface Author {
  readonly userName: string;
  readonly fullName: string;
  readonly groups: readonly string[];
}

export function authorOf({ session }: Call): Author | undefined {
  const identity = session?.state.identity;
  return identity && { userName: identity.userName, fullName: identity.fullName, groups: identity.groups };
}
