import { Button, Checkbox, Table, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Choice, Choosable } from '../lib/consents/choices.ts';
import classes from './choice-matrix.module.css';
import { useUiTexts } from './ui-texts.ts';

type ChoiceMatrixProps = {
  template: Choosable;
  choices: readonly Choice[];
  onChange: (choices: Choice[]) => void;
};

/** DOC-15: what of a person may stand where, and on which condition. Nothing is ticked until somebody ticks it (RULE-20). */
export function ChoiceMatrix({ template, choices, onChange }: ChoiceMatrixProps) {
  const say = useUiTexts();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { dataItems, resources } = template;
  const cell = (item: Choosable['dataItems'][number], resource: Choosable['resources'][number], wordy: boolean) => (
    <Cell
      words={{ item: item.text, place: resource.name }}
      wordy={wordy}
      choice={choices.find((each) => each.item === item.code && each.resourceId === resource.id)}
      onChange={(next) => {
        const others = choices.filter((each) => each.item !== item.code || each.resourceId !== resource.id);
        onChange(next ? [...others, { item: item.code, resourceId: resource.id, ...next }] : others);
      }}
    />
  );
  if (phone) {
    return (
      <div className={classes['cards']}>
        {resources.map((resource) => (
          <fieldset key={resource.id} className={classes['card']}>
            <legend className={classes['legend']}>{resource.name}</legend>
            <Text size="xs" c="dimmed">
              {resource.address}
            </Text>
            {dataItems.map((item) => (
              <div key={item.code} className={classes['line']}>
                {cell(item, resource, true)}
              </div>
            ))}
          </fieldset>
        ))}
      </div>
    );
  }
  return (
    <Table.ScrollContainer minWidth={360} tabIndex={0}>
      <Table aria-label={say('matrix.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('matrix.item')}</Table.Th>
            {resources.map((resource) => (
              <Table.Th key={resource.id}>
                {resource.name}
                <Text size="xs" c="dimmed">
                  {resource.address}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dataItems.map((item) => (
            <Table.Tr key={item.code}>
              <Table.Th scope="row" fw={400}>
                {item.text}
              </Table.Th>
              {resources.map((resource) => (
                <Table.Td key={resource.id}>{cell(item, resource, false)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type CellProps = {
  words: { readonly item: string; readonly place: string };
  /** The item stands beside the box; otherwise the row names it. */
  wordy: boolean;
  choice: Choice | undefined;
  onChange: (next: { condition: string | null } | undefined) => void;
};

function Cell({ words, wordy, choice, onChange }: CellProps) {
  const say = useUiTexts();
  const name = `${words.item}: ${words.place}`;
  return (
    <div className={classes['cell']}>
      <Checkbox
        {...(wordy ? { label: words.item } : { 'aria-label': name })}
        checked={choice !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? { condition: null } : undefined)}
      />
      {choice && choice.condition === null && (
        <Button
          size="compact-xs"
          variant="subtle"
          w="fit-content"
          aria-label={say('matrix.addConditionTo', { name })}
          onClick={() => onChange({ condition: '' })}
        >
          {say('matrix.addCondition')}
        </Button>
      )}
      {choice && choice.condition !== null && (
        <TextInput
          aria-label={say('matrix.conditionOf', { name })}
          placeholder={say('matrix.conditionHint')}
          maxLength={500}
          autoFocus={choice.condition === ''}
          value={choice.condition}
          onChange={(event) => onChange({ condition: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
