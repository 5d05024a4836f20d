import type { ImportAnswer } from '@nastavnik/contracts/imports';
import { ask, FormDataBody, type Person, type Server } from './school.ts';

/** A plan as a school types it: three stages, six activities. */
export const PLAN = `
УТВЕРЖДАЮ
Директор МБОУ «Школа № 7»
Приказ от 02.09.2024 № 41
________ О.П. Бережной

Дорожная карта
по внедрению наставничества в МБОУ «Школа № 7» на 2024-2025 учебный год

№	Наименование этапа	Содержание деятельности	Сроки	Ответственный	Результат
1	Подготовка условий	Разработать положение о наставничестве	до 15.10.2024	Лугова И.Ю.	Положение
		Издать приказ о наставничестве	сентябрь	Директор	Приказ
2	Формирование банка наставляемых	Собрать запросы педагогов	октябрь	Перова А.С.	Перечень запросов
		Собрать согласия участников	Сентябрь, в течение года по запросу	Лугова И.Ю.	Согласия
3	Завершение	Провести круглый стол	май	Лугова И.Ю., Перова А.С.	Протокол
		Разместить итоги на сайте	июнь	Перова А.С.	Публикация
`;

export const textFile = (text: string, name = 'plan.txt') =>
  new FormDataBody({ name, bytes: new TextEncoder().encode(text) });

/** Dropped by this person, and read. */
export async function received(server: Server, person: Person, text = PLAN): Promise<ImportAnswer> {
  const { body } = await ask<{ id: string }>(server, person, 'POST /imports', textFile(text));
  await server.runJobs();
  return (await ask<ImportAnswer>(server, person, `GET /imports/${body.id}`)).body;
}
