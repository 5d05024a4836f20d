import type { Consent } from '@nastavnik/domain/consents/consent';
import type {
  ConsentResource,
  ConsentTemplate,
  DisseminationChoice,
} from '@nastavnik/domain/consents/consent-template';
import type { WithdrawalPlan } from '@nastavnik/domain/consents/erasure';
import type { Actor } from '../../platform/audit.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { addDuty } from '../duties/door.ts';

type Tasks = {
  readonly consent: Consent;
  /** The demand, or what stands for it. */
  readonly cause: string;
  readonly plan: WithdrawalPlan;
  readonly resources: readonly ConsentResource[];
  readonly receivers: readonly string[];
};

/** A task for each place and each receiver, so that each gets a proof of its own. Destruction has a sweep. */
export async function carryOutTasks(tx: Writing, actor: Actor, tasks: Tasks): Promise<void> {
  const { consent, cause, plan, resources, receivers } = tasks;
  const about = { personId: consent.subjectId, consentId: consent.id };
  for (const task of plan.tasks) {
    if (task.kind === 'outerResourcesStop') {
      for (const { id, name, address } of resources) {
        await addDuty(tx, actor, {
          ...about,
          kind: 'publication.stop',
          key: `publication.stop:${cause}:${id}`,
          dueOn: task.dueOn,
          data: { name, address },
        });
      }
    }
    if (task.kind === 'receiversStop') {
      for (const name of receivers) {
        await addDuty(tx, actor, {
          ...about,
          kind: 'receiver.stop',
          key: `receiver.stop:${cause}:${name}`,
          dueOn: task.dueOn,
          data: { name },
        });
      }
    }
  }
}

/** Places in which something of the person may stand: those ticked in this consent. */
export async function outerResourcesOf(
  tx: Reading,
  tenantId: string,
  consent: Consent,
  template: ConsentTemplate,
): Promise<ConsentResource[]> {
  if (consent.kind !== 'dissemination') return [];
  const row = await tx
    .selectFrom('consents')
    .select('choices')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', consent.id)
    .executeTakeFirst();
  // Written by `saveChoices` alone.
  const choices = (row?.choices ?? []) as readonly DisseminationChoice[];
  return template.resources.filter(({ id }) => choices.some(({ resourceId }) => resourceId === id));
}
