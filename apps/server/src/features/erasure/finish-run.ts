import { composeDestructionAct } from '@nastavnik/documents/consents/compose-papers';
import { drawPdf } from '@nastavnik/documents/write/draw-pdf';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../platform/audit.ts';
import { reading, writing } from '../../platform/db/transactions.ts';
import { operatorOf } from '../consent-templates/door.ts';
import { recordFile, storeFile } from '../files/door.ts';
import { actOf, destructionLog, type Paper } from './destruction-papers.ts';
import { runRows } from './erasures.queries.ts';
import type { DestructionRecord } from './run-erasures.ts';

/** Draws the act and the log of a run that has none yet (RULE-38). May run twice: the second finds them there. */
export async function finishRun(deps: Deps, actor: Actor, runId: string): Promise<void> {
  const paper = await reading(deps.pool, actor, async (tx): Promise<Paper | undefined> => {
    const [run] = await runRows(tx, actor.tenantId, runId);
    if (!run || run.act_file_id !== null) return undefined;
    const { fullName, address, inn, ogrn } = await operatorOf(tx, actor.tenantId);
    // Written by `runErasures` alone.
    return {
      number: run.number,
      operator: { name: fullName, address: address ?? '', inn, ogrn },
      record: run.record as DestructionRecord,
    };
  });
  if (!paper) return;
  const act = await storeFile(
    deps.files,
    { bytes: drawPdf(composeDestructionAct(actOf(paper)), 'Tinos'), name: `Акт об уничтожении № ${paper.number}.pdf` },
    'application/pdf',
  );
  const log = await storeFile(
    deps.files,
    { bytes: Buffer.from(destructionLog(paper)), name: `Выгрузка из журнала № ${paper.number}.csv` },
    'text/csv; charset=utf-8',
  );
  await writing(deps.pool, actor, async (tx) => {
    const [run] = await runRows(tx, actor.tenantId, runId);
    if (!run || run.act_file_id !== null) return;
    await tx
      .updateTable('destruction_runs')
      .set({ act_file_id: await recordFile(tx, actor, act), log_file_id: await recordFile(tx, actor, log) })
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', runId)
      .where('act_file_id', 'is', null)
      .execute();
  });
}
