import type { Audience, ConsentKind } from '@nastavnik/domain/consents/consent-kinds';
import type { ConsentTemplate } from '@nastavnik/domain/consents/consent-template';
import { DEFAULT_TEMPLATES } from '@nastavnik/domain/consents/default-templates/default-templates';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';

export type StoredTemplate = {
  readonly id: string;
  readonly template: ConsentTemplate;
  readonly inUseSince: Date;
  /** Null: shipped with the programme and not changed. */
  readonly editedBy: string | null;
  readonly shipped: boolean;
  readonly retired: boolean;
};

type TemplateRow = {
  id: string;
  template: ConsentTemplate;
  in_use_since: Date;
  created_by: string | null;
  edited_by: string | null;
  retired: boolean;
};

/** The shipped wording comes to an organisation when it is first looked at or used. */
export async function installShipped(tx: Writing, tenantId: string, now: Date): Promise<void> {
  await tx
    .insertInto('consent_templates')
    .values(
      DEFAULT_TEMPLATES.map((template) => ({
        tenant_id: tenantId,
        id: newId(now),
        kind: template.kind,
        audience: template.audience,
        version: template.version,
        scope_version: template.scopeVersion,
        template: JSON.stringify(template),
        created_at: now,
        in_use_since: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'audience', 'version']).doNothing())
    .execute();
}

const SELECT = sql`
  select t.id, t.template, coalesce(t.in_use_since, t.created_at) as in_use_since, t.created_by,
    t.retired_at is not null as retired,
    p.family_name || ' ' || left(p.given_name, 1) || '.' || coalesce(' ' || left(p.patronymic, 1) || '.', '') as edited_by
  from consent_templates t
  left join people p on p.tenant_id = t.tenant_id and p.id = t.created_by`;

/** What is given out today, one of each kind and audience. */
export async function templatesInUse(tx: Reading, tenantId: string): Promise<StoredTemplate[]> {
  const { rows } = await sql<TemplateRow>`
    ${SELECT} where t.tenant_id = ${tenantId} and t.in_use_since is not null and t.retired_at is null
    order by t.kind, t.audience`.execute(tx);
  return rows.map(stored);
}

export async function templateById(
  tx: Reading,
  tenantId: string,
  id: string,
  lock = false,
): Promise<StoredTemplate | undefined> {
  const { rows } = await sql<TemplateRow>`
    ${SELECT} where t.tenant_id = ${tenantId} and t.id = ${id} ${lock ? sql`for update of t` : sql``}`.execute(tx);
  return rows[0] && stored(rows[0]);
}

export async function templateVersions(
  tx: Reading,
  tenantId: string,
  { kind, audience }: { readonly kind: ConsentKind; readonly audience: Audience },
) {
  return tx
    .selectFrom('consent_templates')
    .select(['id', 'version', 'scope_version', 'created_at'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('audience', '=', audience)
    .orderBy('version', 'desc')
    .execute();
}

/** Valid consents of the same wording with an older scope: what is new waits for their renewal (RULE-13). */
export async function outreachedCount(tx: Reading, tenantId: string, template: ConsentTemplate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from consents c
    join consent_templates t on t.tenant_id = c.tenant_id and t.id = c.template_id
    where c.tenant_id = ${tenantId} and c.state = 'valid' and c.kind = ${template.kind}
      and t.audience = ${template.audience} and t.scope_version < ${template.scopeVersion}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function retireTemplate(tx: Writing, tenantId: string, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('consent_templates')
    .set({ retired_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

export async function insertTemplate(
  tx: Writing,
  { tenantId, now, personId }: { readonly tenantId: string; readonly now: Date; readonly personId: string },
  template: ConsentTemplate,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('consent_templates')
    .values({
      tenant_id: tenantId,
      id,
      kind: template.kind,
      audience: template.audience,
      version: template.version,
      scope_version: template.scopeVersion,
      template: JSON.stringify(template),
      created_by: personId,
      created_at: now,
      in_use_since: now,
    })
    .execute();
  return id;
}

function stored(row: TemplateRow): StoredTemplate {
  return {
    id: row.id,
    template: row.template,
    inUseSince: row.in_use_since,
    editedBy: row.edited_by,
    shipped: row.created_by === null,
    retired: row.retired,
  };
}
