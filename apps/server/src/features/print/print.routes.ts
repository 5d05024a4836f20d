import { printQuery } from '@nastavnik/contracts/roadmaps';
import { id } from '@nastavnik/contracts/shapes';
import { renderRoadmapDocx } from '@nastavnik/documents/roadmap/render-roadmap-docx';
import { renderRoadmapHtml } from '@nastavnik/documents/roadmap/render-roadmap-html';
import { renderRoadmapJson } from '@nastavnik/documents/roadmap/render-roadmap-json';
import { renderRoadmapPdf } from '@nastavnik/documents/roadmap/render-roadmap-pdf';
import { renderRoadmapText } from '@nastavnik/documents/roadmap/render-roadmap-text';
import { renderRoadmapXlsx } from '@nastavnik/documents/roadmap/render-roadmap-xlsx';
import type { RoadmapPrint } from '@nastavnik/documents/roadmap/roadmap-print';
import { executionReport, publicVariant } from '@nastavnik/documents/roadmap/roadmap-variants';
import { z } from 'zod';
import type { App, Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Reading, reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { sendBytes } from '../files/door.ts';
import { seePlan } from '../roadmaps/door.ts';
import { roadmapForPrint, type School } from './roadmap-for-print.ts';

type Format = z.infer<typeof printQuery>['format'];

const FORMATS: Record<
  Format,
  { readonly mediaType: string; readonly render: (print: RoadmapPrint) => Uint8Array | Promise<Uint8Array> }
> = {
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderRoadmapDocx,
  },
  pdf: { mediaType: 'application/pdf', render: renderRoadmapPdf },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', render: renderRoadmapXlsx },
  json: { mediaType: 'application/json; charset=utf-8', render: renderRoadmapJson },
  html: { mediaType: 'text/html; charset=utf-8', render: renderRoadmapHtml },
  txt: { mediaType: 'text/plain; charset=utf-8', render: renderRoadmapText },
};

export function printRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/roadmaps/:roadmapId/print',
    { config: { access: 'member' }, schema: { params: z.strictObject({ roadmapId: id }), querystring: printQuery } },
    async ({ caller, params, query, host, protocol }, reply) => {
      permit(caller, 'roadmap.print');
      const link = `${deps.publicUrl ?? `${protocol}://${host}`}/roadmap/${params.roadmapId}`;
      // Gathered inside the transaction, drawn outside of it.
      const print = await reading(deps.pool, caller, (tx) => gather(tx, caller, params.roadmapId, link));
      const { mediaType, render } = FORMATS[query.format];
      const bytes = await render(variantOf(print, query.variant));
      return sendBytes(reply, { bytes, mediaType, name: `${fileName(print)}.${query.format}` });
    },
  );
}

function variantOf(print: RoadmapPrint, variant: z.infer<typeof printQuery>['variant']): RoadmapPrint {
  if (variant === 'report') return executionReport(print);
  const plan = { ...print, execution: null, stages: print.stages.map((stage) => ({ ...stage, execution: null })) };
  return variant === 'public' ? { ...publicVariant(plan), mark: null } : plan;
}

async function gather(tx: Reading, caller: Caller, roadmapId: string, link: string): Promise<RoadmapPrint> {
  const plan = await seePlan(tx, caller, roadmapId);
  const row = await tx
    .selectFrom('organizations')
    .select(['full_name', 'short_name', 'second_name', 'second_language', 'stamp_style'])
    .where('tenant_id', '=', caller.tenantId)
    .executeTakeFirstOrThrow();
  const school: School = {
    fullName: row.full_name,
    shortName: row.short_name,
    secondName: row.second_name,
    secondLanguage: row.second_language,
    stampStyle: row.stamp_style as School['stampStyle'],
  };
  return roadmapForPrint(plan, school, caller.today, { label: `Редакция ${plan.roadmap.edition}`, link });
}

function fileName(print: RoadmapPrint): string {
  return `Дорожная карта ${print.period?.start.slice(0, 4) ?? ''}-${print.period?.end.slice(0, 4) ?? ''}`.trim();
}
