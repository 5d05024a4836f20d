/** Invented classes of the demonstration's schools. Nobody here exists. */
export type DemoClass = {
  readonly grade: number;
  readonly letter: string;
  /** Key of the class teacher among the organisation's people. */
  readonly teacher: string;
  readonly pupils: readonly DemoPupil[];
};

/** How far the family has come by today. */
export type DemoStep =
  | 'listed'
  | 'nominated'
  | 'asked'
  | 'partlySigned'
  | 'refused'
  | 'inBank'
  | 'withRequest'
  | 'mentors'
  | 'withdrawn';

export type DemoPupil = {
  readonly name: string;
  /** Day and month; the year follows from the grade. */
  readonly born: `${string}-${string}`;
  readonly mother: string;
  readonly step: DemoStep;
  /** What the request of `withRequest` is about. */
  readonly need?: 'project' | 'algebra';
  readonly login?: string;
  readonly motherLogin?: string;
};

const pupil = (
  name: string,
  born: DemoPupil['born'],
  mother: string,
  step: DemoStep,
  more: Pick<DemoPupil, 'login' | 'motherLogin' | 'need'> = {},
): DemoPupil => ({ name, born, mother, step, ...more });

/** A mother of two has one name in both classes and is one person. */
export const CLASSES: Readonly<Record<string, readonly DemoClass[]>> = {
  shkola: [
    {
      grade: 8,
      letter: 'А',
      teacher: 'class',
      pupils: [
        pupil('Рябинин Матвей Олегович', '03-14', 'Рябинина Ольга Викторовна', 'withRequest', {
          need: 'algebra',
          login: 'ryabinin',
          motherLogin: 'ryabinina',
        }),
        pupil('Снегирёва Алиса Павловна', '02-02', 'Снегирёва Дарья Игоревна', 'withRequest', { need: 'project' }),
        pupil('Лунёв Тимофей Андреевич', '05-21', 'Лунёва Светлана Юрьевна', 'inBank'),
        pupil('Ветлугина Полина Сергеевна', '04-09', 'Ветлугина Марина Львовна', 'partlySigned'),
        pupil('Каштанов Егор Ильич', '11-30', 'Каштанова Жанна Петровна', 'asked'),
        pupil('Ручьёва Ксения Денисовна', '01-17', 'Ручьёва Инна Романовна', 'refused'),
        pupil('Грачёв Артём Вадимович', '06-05', 'Грачёва Елена Олеговна', 'nominated'),
        pupil('Осокина Варвара Игоревна', '12-12', 'Осокина Нина Павловна', 'listed'),
        pupil('Клёнов Марк Станиславович', '07-28', 'Клёнова Ирина Марковна', 'listed'),
        pupil('Озерова Василиса Кирилловна', '08-19', 'Озерова Юлия Олеговна', 'listed'),
      ],
    },
    {
      grade: 9,
      letter: 'Б',
      teacher: 'second',
      pupils: [
        pupil('Рябинина Софья Олеговна', '05-03', 'Рябинина Ольга Викторовна', 'mentors', { login: 'ryabinina-s' }),
        pupil('Дроздов Никита Алексеевич', '02-25', 'Дроздова Анна Валерьевна', 'mentors'),
        pupil('Полевая Мария Антоновна', '10-08', 'Полевая Оксана Ивановна', 'inBank'),
        pupil('Тополев Глеб Романович', '03-31', 'Тополева Вера Андреевна', 'withdrawn'),
        pupil('Ивушкина Яна Максимовна', '06-16', 'Ивушкина Лариса Юрьевна', 'asked'),
        pupil('Стрижов Лев Дмитриевич', '09-22', 'Стрижова Татьяна Фёдоровна', 'nominated'),
        pupil('Боровая Злата Витальевна', '01-06', 'Боровая Алёна Игоревна', 'listed'),
        pupil('Камышин Роман Егорович', '04-27', 'Камышина Галина Сергеевна', 'listed'),
      ],
    },
  ],
  malaya: [
    {
      grade: 7,
      letter: '',
      teacher: 'curator',
      pupils: [
        pupil('Смородин Степан Юрьевич', '05-12', 'Смородина Любовь Ивановна', 'withRequest', {
          need: 'project',
          motherLogin: 'smorodina',
        }),
        pupil('Берёзкина Злата Павловна', '02-18', 'Берёзкина Анна Михайловна', 'asked'),
        pupil('Калинин Фёдор Олегович', '09-09', 'Калинина Раиса Петровна', 'listed'),
        pupil('Малинина Ева Артёмовна', '03-23', 'Малинина Ольга Степановна', 'listed'),
      ],
    },
  ],
};
