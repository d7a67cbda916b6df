/** The AuthorizationManager's state: the roles. Permissions stand on the entities they are set on. */
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { PRIVILEGE_GROUPS, PRIVILEGES, privilegeLabel } from './privileges.ts';
import { type Role, roleValue } from './roles.ts';

export interface AuthorizationFacets {
  readonly roles: readonly Role[];
}

export const authorizationManagerKind: KindSpec<AuthorizationFacets> = defineKind<AuthorizationFacets>({
  type: 'AuthorizationManager',
  properties: {
    privilegeList: { reads: [], value: () => PRIVILEGES },
    roleList: { reads: ['roles'], value: (s) => s.roles.map(roleValue) },
    description: { reads: [], value: description },
  },
});

function description(): object {
  const element = (key: string, label: string) => ({ key, label, summary: label });
  return {
    privilege: PRIVILEGES.map((p) => element(p.privId, privilegeLabel(p.name))),
    privilegeGroup: PRIVILEGE_GROUPS.map((group) => element(group, privilegeLabel(group.split('.').at(-1)!))),
  };
}
