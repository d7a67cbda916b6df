/** Moves that make the loads of a cluster's hosts more even. */
import { parseTime } from '../../../kernel/time.ts';
import { drsOf } from '../cluster/cluster-config.ts';
import { behaviourOf } from './behaviour.ts';
import { NO_HISTORY } from './findings.ts';
import { balanceRating, deviation, loadShare, moveCost, moveGain, PERIOD } from './score.ts';
import type { Runner, Stand, Survey } from './survey.ts';

/** A host takes part in no more moves at one look. */
const MOVES_OF_HOST = 4;
/** How many of the busiest hosts, and of the idlest, are looked at for one move. */
const NEAR_THE_END = 4;
/** A machine that was moved stays for so long, in milliseconds: what moved it may have been a passing thing. */
const REST = 3 * PERIOD * 1_000;

interface Chance {
  readonly runner: Runner;
  readonly to: Stand;
  readonly worth: number;
}

/** Thinks of moves until the cluster is as even as its threshold asks, or no move is worth its cost. */
export function balance(survey: Survey, now: number): void {
  const { vmotionRate = 3 } = drsOf(survey.cluster.state);
  const tired = movedSince(survey, now - REST);
  const most = survey.stands.length * 2;
  for (let n = 0; n < most; n++) {
    const rating = balanceRating(survey.imbalance, survey.stands.length);
    if (rating < vmotionRate) return;
    const chance = bestChance(survey, tired);
    if (!chance) return;
    survey.move(chance.runner, chance.to, reasonOf(chance.runner.on), rating);
  }
}

/** What the busier host is short of. */
function reasonOf({ cpu, memory, capacity }: Stand): string {
  return cpu / capacity.cpu >= memory / capacity.memory ? 'fairnessCpuAvg' : 'fairnessMemAvg';
}

function movedSince({ cluster }: Survey, since: number): ReadonlySet<string> {
  const { migrations } = cluster.state.drsHistory ?? NO_HISTORY;
  return new Set(migrations.filter(({ time }) => parseTime(time) > since).map(({ vm }) => vm.value));
}

/** The move worth most, of those that nothing speaks against. */
function bestChance(survey: Survey, tired: ReadonlySet<string>): Chance | undefined {
  const stands = survey.stands.filter(({ moves }) => moves < MOVES_OF_HOST).sort((a, b) => b.share - a.share);
  const worthOf = worthIn(survey);
  const idle = stands.filter(({ leaving }) => !leaving).slice(-NEAR_THE_END);
  const chances: Chance[] = [];
  for (const from of stands.slice(0, NEAR_THE_END)) {
    for (const runner of from.runners) {
      for (const to of idle) {
        const worth = to === from ? 0 : worthOf(runner, from, to);
        if (worth > 0) chances.push({ runner, to, worth });
      }
    }
  }
  chances.sort((a, b) => b.worth - a.worth);
  return chances.find(
    ({ runner, to }) =>
      !tired.has(runner.vm.id) &&
      behaviourOf(survey.cluster, runner.vm.id) !== 'disabled' &&
      survey.isFree(runner) &&
      !survey.breach(runner, to) &&
      !survey.obstacle(runner, to),
  );
}

/** What moves are worth in a cluster as it is now. */
function worthIn({ stands }: Survey): (runner: Runner, from: Stand, to: Stand) => number {
  const sum = stands.reduce((total, { share }) => total + share, 0);
  const squares = stands.reduce((total, { share }) => total + share * share, 0);
  const before = deviation(stands.length, sum, squares);
  return ({ wants, consumed }, from, to) => {
    const left = loadShare(from.capacity, { cpu: from.cpu - wants.cpu, memory: from.memory - wants.memory });
    const come = loadShare(to.capacity, { cpu: to.cpu + wants.cpu, memory: to.memory + wants.memory });
    const sumAfter = sum - from.share - to.share + left + come;
    const squaresAfter = squares - from.share ** 2 - to.share ** 2 + left ** 2 + come ** 2;
    return moveGain(stands.length, before, deviation(stands.length, sumAfter, squaresAfter)) - moveCost(consumed);
  };
}
