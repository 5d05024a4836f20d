import type { editThemeBody, requestTheme, themeBody } from '@nastavnik/contracts/mentee-requests';
import { DEFAULT_THEMES, type RequestTheme } from '@nastavnik/domain/participants/request-themes';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';

type Theme = z.infer<typeof requestTheme>;

/** The catalogue of themes; whoever opens it first finds ours in it. Themes are archived, never lost from old requests. */
export async function seeThemes(tx: Writing, caller: Caller): Promise<Theme[]> {
  permit(caller, 'themes.see');
  await placeShippedThemes(tx, caller);
  const { rows } = await sql<{
    id: string;
    name: string;
    audience: Theme['audience'];
    archived: boolean;
    requests: number;
  }>`
    select h.id, h.name, h.audience, h.archived_at is not null as archived,
      (select count(*)::int from mentee_requests r where r.tenant_id = h.tenant_id and r.theme_id = h.id
        and r.state <> 'cancelled') as requests
    from request_themes h where h.tenant_id = ${caller.tenantId}
    order by h.archived_at is not null, h.position, h.name`.execute(tx);
  return rows;
}

async function placeShippedThemes(tx: Writing, caller: Caller): Promise<void> {
  const known = await tx
    .selectFrom('request_themes')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .limit(1)
    .executeTakeFirst();
  if (known) return;
  await tx
    .insertInto('request_themes')
    .values(
      DEFAULT_THEMES.map((theme, position) => ({
        tenant_id: caller.tenantId,
        id: newId(caller.now),
        name: theme.name,
        audience: audienceOf(theme),
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function audienceOf({ audience }: RequestTheme): Theme['audience'] {
  if (audience.length > 1) return 'any';
  return audience[0] === 'teacher' ? 'employee' : 'pupil';
}

export async function addTheme(tx: Writing, caller: Caller, body: z.infer<typeof themeBody>): Promise<string> {
  permit(caller, 'themes.edit');
  await demandNameFree(tx, caller, body.name, null);
  const id = newId(caller.now);
  await sql`
    insert into request_themes (tenant_id, id, name, audience, position)
    values (${caller.tenantId}, ${id}, ${body.name}, ${body.audience},
      (select coalesce(max(position), -1) + 1 from request_themes where tenant_id = ${caller.tenantId}))`.execute(tx);
  await recordEvent(tx, caller, { type: 'theme.added', object: { kind: 'theme', id } });
  return id;
}

export async function editTheme(
  tx: Writing,
  caller: Caller,
  id: string,
  body: z.infer<typeof editThemeBody>,
): Promise<void> {
  permit(caller, 'themes.edit');
  if (!body.archived) await demandNameFree(tx, caller, body.name, id);
  const changed = await tx
    .updateTable('request_themes')
    .set({ name: body.name, audience: body.audience, archived_at: body.archived ? caller.now : null })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Refusal('theme.not-found');
  await recordEvent(tx, caller, { type: 'theme.changed', object: { kind: 'theme', id } });
}

async function demandNameFree(tx: Writing, caller: Caller, name: string, ownId: string | null): Promise<void> {
  let query = tx
    .selectFrom('request_themes')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('archived_at', 'is', null)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()));
  if (ownId !== null) query = query.where('id', '!=', ownId);
  if (await query.executeTakeFirst()) throw new Refusal('theme.name-taken');
}
