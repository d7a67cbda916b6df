/**
 * DRS looks at a cluster: it says which rules are broken, thinks of the moves that rules, maintenance and balance ask for,
 * makes those it may make by itself and recommends the others.
 */
import type { ClusterRecommendation } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { post } from '../../history/post.ts';
import { startDrsMigration } from '../../machine/move/drs-migrate.ts';
import type { Site } from '../../site.ts';
import { clusterKind } from '../cluster/cluster.ts';
import { type Cluster, drsOf } from '../cluster/cluster-config.ts';
import type { Host } from '../host/host.ts';
import { balanceStands, isFresh, isPlacement, moveAdvice } from './advice.ts';
import { balance } from './balance.ts';
import { behaviourOf } from './behaviour.ts';
import { tellCompliance } from './compliance.ts';
import { type DrsFigures, NO_ADVICE } from './findings.ts';
import { addFault, drsFaults, empty, type Faults, fixRules } from './rule-fixes.ts';
import { type Stand, Survey } from './survey.ts';

export interface Look {
  /** Loads are left as they are, and what was said of them stands. */
  readonly onlyRules?: boolean;
}

/** One look, in a turn or outside. */
export function lookAt(site: Site, cluster: Cell<Cluster>, { onlyRules }: Look = {}): void {
  site.world.turn(() => {
    if (drsOf(cluster.state).enabled !== true) return forget(site, cluster);
    const survey = new Survey(cluster);
    const failed = survey.stands.length === 0 && cluster.countBack('host') > 0;
    tellHealth(site, cluster, failed);
    tellCompliance(site, cluster);
    const figures = figuresOf(survey, site.clock.now(), failed);
    const faults: Faults = new Map();
    empty(survey, faults);
    fixRules(survey, faults);
    if (!onlyRules) balance(survey, site.clock.now());
    const recommendations = act(site, survey, faults, onlyRules);
    tellStuck(site, cluster, faults);
    site.world.update(cluster, {
      drsFigures: same(cluster.state.drsFigures, figures),
      drsAdvice: same(cluster.state.drsAdvice ?? NO_ADVICE, { recommendations, faults: drsFaults(faults) }),
    });
  });
}

/** What was found stays the same value while nothing about it changes: who watches it is told of nothing. */
function same<T extends object>(before: T | undefined, after: T): T {
  const text = (value: object | undefined) => JSON.stringify(value, (key, part) => (key === 'at' ? undefined : part));
  return before && text(before) === text(after) ? before : Object.freeze(after);
}

/** Without DRS there is nothing found. */
function forget(site: Site, cluster: Cell<Cluster>): void {
  const { drsAdvice, drsFigures, drsTold } = cluster.state;
  if (!drsAdvice && !drsFigures && !drsTold) return;
  site.world.update(cluster, { drsAdvice: undefined, drsFigures: undefined, drsTold: undefined });
}

function tellHealth(site: Site, cluster: Cell<Cluster>, failed: boolean): void {
  if (failed === (cluster.state.drsFigures?.failed ?? false)) return;
  const event = failed ? 'DrsInvocationFailedEvent' : 'DrsRecoveredFromFailureEvent';
  post(site, '', event, {}, { entity: cluster as unknown as Cell });
}

/** Machines that keep a host from its maintenance are told once. */
function tellStuck(site: Site, cluster: Cell<Cluster>, faults: Faults): void {
  const told = (cluster.state.drsAdvice ?? NO_ADVICE).faults.filter(({ reason }) => reason === 'hostMaint');
  const before = new Set(told.flatMap(({ faultsByVm }) => faultsByVm.map(({ vm }) => vm?.value)));
  for (const id of faults.get('hostMaint')?.keys() ?? []) {
    const vm = site.world.find(id);
    if (vm && !before.has(id)) post(site, '', 'NoMaintenanceModeDrsRecommendationForVM', {}, { entity: vm });
  }
}

/** How even the cluster is, and how much of what machines want they get. */
function figuresOf(survey: Survey, at: number, failed: boolean): DrsFigures {
  const buckets = [0, 0, 0, 0, 0];
  let happy = 0;
  for (const stand of survey.stands) {
    const got = gets(stand);
    happy += got * stand.runners.size;
    buckets[Math.min(4, Math.floor(got / 0.2))]! += stand.runners.size;
  }
  const machines = survey.runners.size;
  const score = machines === 0 ? 100 : Math.round((100 * happy) / machines);
  return { at, balance: Math.round(1_000 * survey.imbalance), score, buckets, failed };
}

/** The share of what its machines want that a host has. */
function gets({ share }: Stand): number {
  return share <= 1 ? 1 : 1 / share;
}

/** Makes the moves of machines that DRS moves by itself; gives the recommendations of the others. */
function act(site: Site, survey: Survey, faults: Faults, onlyRules = false): ClusterRecommendation[] {
  const { cluster } = survey;
  const before = (cluster.state.drsAdvice ?? NO_ADVICE).recommendations;
  const advice = before.filter((r) => (isPlacement(r) ? isFresh(site, r) : onlyRules && balanceStands(survey, r)));
  for (const move of survey.moves) {
    const { vm } = move.runner;
    if (behaviourOf(cluster, vm.id) !== 'fullyAutomated') {
      advice.push(moveAdvice(site, move, before));
      continue;
    }
    try {
      startDrsMigration(site, vm, move.to.host);
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      addFault(faults, move.reason, vm.id, error);
    }
  }
  return advice;
}

/** A host is not being emptied any more: what was said of that is past. */
export function emptyingEnded(site: Site, host: Cell<Host>): void {
  const cluster = host.one<Cluster>('parent');
  const { recommendations, faults } = cluster?.state.drsAdvice ?? NO_ADVICE;
  if (cluster && [...recommendations, ...faults].some(({ reason }) => reason === 'hostMaint')) {
    lookAt(site, cluster, { onlyRules: true });
  }
}

/** Every cluster's turn has come. */
export function lookAtClusters(site: Site): void {
  for (const cluster of [...site.world.every(clusterKind)]) if (cluster.alive) lookAt(site, cluster);
}
