/** The report of privileges as people read it, as a role of a scenario file, and as the command that makes the role. */
import type { UserPrivileges } from '../server/start.ts';

type Report = readonly UserPrivileges[];
type Needs = UserPrivileges['needs'];

export function asText(report: Report): string {
  if (report.length === 0) return 'nobody has called yet';
  return report.map(userText).join('\n\n');
}

function userText({ user, needs, refused, compared }: UserPrivileges): string {
  const many = needs.length === 1 ? '1 privilege' : `${needs.length} privileges`;
  const lines = [`${user}: ${many} beyond Read-only`, ...needs.flatMap((need) => needLines([need], false))];
  if (refused.length > 0) lines.push('', `refused to ${user}:`, ...needLines(refused, true));
  if (compared) {
    const list = (ids: readonly string[]) => (ids.length > 0 ? ids.map((id) => `\n    ${id}`).join('') : ' nothing');
    lines.push('', `compared with ${compared.role}:`);
    lines.push(`  it lacks${list(compared.lacks)}`, `  it has and never used${list(compared.unused)}`);
  }
  return lines.join('\n');
}

function needLines(needs: Needs, refusals: boolean): string[] {
  return needs.flatMap(({ privilege, calls }) => [
    `  ${privilege}`,
    ...calls.map(({ method, on, count, refused }) => {
      const times = refusals ? refused : count;
      return `      ${method} on ${on.join(', ')}${times > 1 ? `, ${times} times` : ''}`;
    }),
  ]);
}

/** YAML for `world.roles` of a scenario. */
export function asRole(report: Report, name: string | undefined): string {
  const lines = rolesOf(report, name).flatMap(({ title, privileges }) => [
    `  - name: ${JSON.stringify(title)}`,
    ...(privileges.length > 0
      ? ['    privileges:', ...privileges.map((id) => `      - ${id}`)]
      : ['    privileges: []']),
  ]);
  return ['roles:', ...lines].join('\n');
}

export function asGovc(report: Report, name: string | undefined): string {
  return rolesOf(report, name)
    .map(({ title, privileges }) =>
      ['govc role.create', `'${title.replaceAll("'", "'\\''")}'`, ...privileges].join(' '),
    )
    .join('\n');
}

function rolesOf(report: Report, name: string | undefined): { title: string; privileges: readonly string[] }[] {
  return report.map(({ user, privileges }) => {
    const own = user.split('\\').at(-1)!;
    return { title: name === undefined ? own : report.length > 1 ? `${name} of ${own}` : name, privileges };
  });
}
