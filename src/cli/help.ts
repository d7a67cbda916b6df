/** `simsphere help`. */
import { helpOf } from './arguments.ts';
import { options } from './option-table.ts';

export function help(): number {
  process.stdout.write(`simsphere: an embedded vCenter and ESXi simulator

usage: simsphere [serve] [options]          serve until stopped
       simsphere exec [options] -- COMMAND  run a command with a simulator in its environment
       simsphere vcsim [vcsim's flags]      take vcsim's place in a script
       simsphere health [URL]               exit 0 when a server is ready
       simsphere contract --url URL ...      run the contract cases against any vCenter
       simsphere privileges [URL] [options] the smallest role for what was called; --format text|json|role|govc,
                                            --user NAME, --role NAME to compare with, --clear
       simsphere scenario list|show|check    the scenarios that come with it; check FILE tells what is wrong with one
       simsphere import --url URL -o FILE    a vCenter's inventory as a scenario; --anonymise leaves its names out
       simsphere coverage [--json]          which methods of the API are built
       simsphere version

options:
${helpOf(options)}

exit codes: 0 done, 1 failure, 2 wrong usage, 3 port in use, 4 target unreachable, 5 contract mismatch,
            130 and 143 after SIGINT and SIGTERM
`);
  return 0;
}
