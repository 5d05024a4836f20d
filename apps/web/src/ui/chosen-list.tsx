import { Text } from '@mantine/core';
import { byPlace, type Choice, type Choosable } from '../lib/consents/choices.ts';
import classes from './choice-matrix.module.css';
import { useUiTexts } from './ui-texts.ts';

/** DOC-15 as it was chosen: by place, with the conditions. What does not stand here must not be published. */
export function ChosenList({ template, choices }: { template: Choosable; choices: readonly Choice[] }) {
  const say = useUiTexts();
  const places = byPlace(template, choices);
  if (places.length === 0) return <Text component="output">{say('matrix.nothing')}</Text>;
  return (
    <ul className={classes['cards']} aria-label={say('matrix.title')}>
      {places.map(({ id, name, address, items }) => (
        <li key={id} className={classes['card']}>
          <Text fw={600}>{name}</Text>
          <Text size="xs" c="dimmed">
            {address}
          </Text>
          <ul className={classes['items']}>
            {items.map(({ code, text, condition }) => (
              <li key={code}>
                {text}
                {condition && (
                  <Text component="span" size="sm" display="block">
                    {say('matrix.on', { condition })}
                  </Text>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
