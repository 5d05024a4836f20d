import type { exportRegisterBody } from '@nastavnik/contracts/register';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordHandingOut } from '../banks/door.ts';
import { wholeRegister } from './see-register.ts';

const ROLES = { mentor: 'наставник', mentee: 'наставляемый' } as const;
const COLUMNS = [
  'Фамилия, имя, отчество',
  'Класс или должность',
  'Роль',
  'Форма',
  'Запросы',
  'В банке с',
  'На этом шаге с',
];
const figures = (day: string | null) => day?.split('-').toReversed().join('.') ?? '';

/** DOC-30 as a file: the register as it stood on the day. */
export async function exportRegister(tx: Writing, caller: Caller, body: z.infer<typeof exportRegisterBody>) {
  permit(caller, 'bank.export');
  const rows = await wholeRegister(tx, caller, { on: body.on });
  if (rows.length === 0) throw new Refusal('export.nothing');
  await recordHandingOut(tx, caller, {
    kind: 'register',
    purpose: body.purpose,
    personIds: rows.map((row) => row.person.id),
  });
  for (const { person } of rows) {
    if (person.standing === 'pupil' || (person.age ?? 18) < 18) await recordCardView(tx, caller, person.id, 'export');
  }
  return {
    title: `Персонифицированный учёт на ${figures(body.on)}`,
    columns: COLUMNS.map((title) => ({ title })),
    rows: rows.map((row) => [
      row.person.name,
      row.person.place ?? '',
      ROLES[row.role],
      row.forms.join('; '),
      row.requests.join('; '),
      figures(row.enteredOn),
      figures(row.since),
    ]),
  };
}
