/** What DRS found when it last looked at a cluster, and what it did there: facets of the cluster. */
import type {
  ClusterActionHistory,
  ClusterDrsFaults,
  ClusterDrsMigration,
  ClusterDrsRecommendation,
  ClusterMigrationAction,
  ClusterRecommendation,
} from '../../../vim25/generated/index.ts';

/** What it would have done, and what keeps it from doing what it should. */
export interface DrsAdvice {
  readonly recommendations: readonly ClusterRecommendation[];
  readonly faults: readonly ClusterDrsFaults[];
}

/** What was done. Oldest first, the newest few. */
export interface DrsHistory {
  /** Migrations of running machines between hosts of the cluster, whoever asked. */
  readonly vmotions: number;
  readonly migrations: readonly ClusterDrsMigration[];
  readonly actions: readonly ClusterActionHistory[];
}

export interface DrsFigures {
  /** Instant of the look. */
  readonly at: number;
  /** Standard deviation of the hosts' loads, in thousandths. */
  readonly balance: number;
  /** Percent of what machines want that they get. */
  readonly score: number;
  /** How many machines get up to 20, 40, 60, 80, 100 percent. */
  readonly buckets: readonly number[];
  /** There was nothing to look at: no host answers. */
  readonly failed: boolean;
}

export interface DrsFindings {
  readonly drsAdvice?: DrsAdvice | undefined;
  readonly drsHistory?: DrsHistory | undefined;
  readonly drsFigures?: DrsFigures | undefined;
  /** Rules told to be broken, as `rule/vm`: each is told once. */
  readonly drsTold?: readonly string[] | undefined;
}

export const NO_ADVICE: DrsAdvice = Object.freeze({ recommendations: [], faults: [] });
export const NO_HISTORY: DrsHistory = Object.freeze({ vmotions: 0, migrations: [], actions: [] });

/** The older form, which knows of migrations only. */
export function drsRecommendations({ recommendations }: DrsAdvice): ClusterDrsRecommendation[] {
  return recommendations.flatMap(({ key, rating, reason, reasonText, action }) => {
    const migrationList = (action ?? []).flatMap((a) => (a as ClusterMigrationAction).drsMigration ?? []);
    return migrationList.length > 0 ? [{ key, rating, reason, reasonText, migrationList }] : [];
  });
}
