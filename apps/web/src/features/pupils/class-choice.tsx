import { NativeSelect } from '@mantine/core';
import type { SchoolClass } from '@nastavnik/contracts/classes';
import { Link } from '@tanstack/react-router';
import classes from './class-choice.module.css';
import type { PupilSearch } from './pupil-search.ts';
import { usePupilsTexts } from './pupils-texts.ts';

/** The link without a class is not the one of every class. */
const EXACTLY = { exact: true } as const;

type ClassChoiceProps = {
  schoolClasses: readonly SchoolClass[];
  filter: PupilSearch;
  onChoose: (classId: string | undefined) => void;
};

/** The classes of the year, a line for each grade; a field on a phone. */
export function ClassChoice({ schoolClasses, filter, onChoose }: ClassChoiceProps) {
  const say = usePupilsTexts();
  const grades = [...new Set(schoolClasses.map(({ grade }) => grade))];
  const { class: chosen, pupil: _open, ...rest } = filter;
  return (
    <>
      <nav aria-label={say('classes.title')} className={classes['list']}>
        <Link
          to="/people/pupils"
          search={rest}
          activeOptions={EXACTLY}
          className={classes['class']}
          data-chosen={chosen === undefined}
        >
          {say('classes.all')}
        </Link>
        {grades.map((grade) => (
          <ul key={grade} className={classes['grade']} aria-label={say('classes.grade', { grade })}>
            {schoolClasses
              .filter((one) => one.grade === grade)
              .map((one) => (
                <li key={one.id}>
                  <Link
                    to="/people/pupils"
                    search={{ ...rest, class: one.id }}
                    activeOptions={EXACTLY}
                    className={classes['class']}
                    data-chosen={chosen === one.id}
                  >
                    {one.name}
                  </Link>
                </li>
              ))}
          </ul>
        ))}
      </nav>
      <NativeSelect
        className={classes['select'] ?? ''}
        aria-label={say('classes.title')}
        value={chosen ?? ''}
        data={[
          { value: '', label: say('classes.all') },
          ...schoolClasses.map((one) => ({
            value: one.id,
            label: say('classes.option', { name: one.name, count: one.pupils }),
          })),
        ]}
        onChange={(event) => onChoose(event.currentTarget.value || undefined)}
      />
    </>
  );
}
