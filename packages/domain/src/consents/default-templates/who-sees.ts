/**
 * Who sees the data, in words of the summaries (RULE-10: informed). `who-sees.test.ts` holds them against the tables of
 * access, so that whoever opens a request to another role has to name it here.
 */
export const SEEN_OF_PUPIL =
  'В школе их видят куратор, классный руководитель, директор и его заместители, рабочая группа программы, а если поручено помочь — психолог. Согласия хранит ответственный за персональные данные.';

export const SEEN_OF_ADULT =
  'В школе их видят куратор, директор и его заместители, рабочая группа программы, руководитель методического объединения, специалист по кадрам, а если поручено помочь — психолог. Согласия хранит ответственный за персональные данные.';

/** The other side of the pair, and whoever answers for it in another organisation (RULE-31). */
export const SEEN_IN_PAIR =
  'Когда пара подтверждена, их узнаёт второй участник пары, а если наставник из другой организации — и организация-партнёр.';
