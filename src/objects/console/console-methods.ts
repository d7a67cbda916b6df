/** Consoles of machines as clients ask for them: tickets, and who is looking. */
import type {
  VirtualMachineConnection,
  VirtualMachineMksTicket,
  VirtualMachineTicket,
} from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, notSupported } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { post } from '../history/post.ts';
import type { Machine } from '../machine/machine.ts';
import { guardConnected } from '../machine/standing.ts';
import { guardPower, type Vm } from '../machine/work.ts';
import type { MethodsOf } from '../managed-object.ts';
import { type Datastore, datastoreKind } from '../storage/datastore.ts';
import { type ConsoleConnection, closeConsole, connectionInfo } from './connection.ts';
import { giveTicket, type TicketType } from './ticket.ts';

/** The API has tickets for other things too; what they open is not simulated. */
const OTHERS: ReadonlySet<string> = new Set(['device', 'guestControl', 'guestIntegrity', 'webRemoteDevice', 'dnd']);

function guardTicket(vm: Vm): void {
  guardConnected(vm);
  if (vm.state.config.template) throw notSupported();
  guardPower(vm, 'poweredOn', 'poweredOn');
}

/** The configuration file as the host's own file system has it. */
function pathOnHost(vm: Vm): string {
  const { datastore, path } = vm.state.files.vmx;
  const store: Cell<Datastore> | undefined = vm.world.as(datastoreKind, datastore);
  return `/vmfs/volumes/${store?.state.name ?? datastore}/${path}`;
}

/**
 * Where the console is: at the door the caller came by, over a web socket. A genuine host has it at port 902 too, in a
 * protocol of its own.
 */
function acquire(call: Call, vm: Vm, type: TicketType): VirtualMachineTicket {
  guardTicket(vm);
  const { address, scheme, thumbprint } = call.arrival;
  const { hostname, port } = new URL(`${scheme}://${address}`);
  const secret = call.turn(() => {
    const event = type === 'mks' ? 'VmAcquiredMksTicketEvent' : 'VmAcquiredTicketEvent';
    post(call.site, call.user, event, type === 'mks' ? {} : { ticketType: type }, { entity: vm as unknown as Cell });
    return giveTicket(call.site, vm, type, call.user).secret;
  });
  return {
    ticket: secret,
    cfgFile: pathOnHost(vm),
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (scheme === 'https' ? 443 : 80)),
    sslThumbprint: thumbprint,
    ...(thumbprint && { certThumbprintList: [{ thumbprint, hashAlgorithm: 'sha1' }] }),
    ...(type === 'webmks' && { url: `${scheme === 'https' ? 'wss' : 'ws'}://${address}/ticket/${secret}` }),
  };
}

function consolesOf(vm: Vm): Cell<ConsoleConnection>[] {
  return [...vm.back<ConsoleConnection>('console')];
}

/** Those named are dropped, and whether all were there is told. */
function drop(call: Call, vm: Vm, named: readonly VirtualMachineConnection[]): boolean {
  guardTicket(vm);
  const open = consolesOf(vm);
  const found = named.map(({ label, client, userName }) =>
    open.find(
      ({ state: { viewer } }) => viewer.label === label && viewer.client === client && viewer.user === userName,
    ),
  );
  call.turn(() => {
    for (const connection of found) if (connection) closeConsole(call.site, connection);
  });
  return found.every((connection) => connection !== undefined);
}

export const consoleMethods: {
  readonly type: 'VirtualMachine';
  readonly methods: MethodsOf<'VirtualMachine', Machine>;
} = {
  type: 'VirtualMachine',
  methods: {
    AcquireTicket(call, self, { ticketType }) {
      if (OTHERS.has(ticketType)) throw notSupported();
      if (ticketType !== 'mks' && ticketType !== 'webmks') throw invalidArgument('ticketType');
      return acquire(call, self, ticketType);
    },
    AcquireMksTicket(call, self): VirtualMachineMksTicket {
      const { ticket, cfgFile, host, port, sslThumbprint } = acquire(call, self, 'mks');
      return { ticket, cfgFile, host, port, sslThumbprint };
    },
    QueryConnections: (_call, self) => consolesOf(self).map(connectionInfo),
    DropConnections: (call, self, { listOfConnections }) => drop(call, self, listOfConnections ?? []),
  },
};
