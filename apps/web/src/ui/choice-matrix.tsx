import { Checkbox, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ConsentTemplateShape } from '@nastavnik/contracts/consent-templates';
import classes from './choice-matrix.module.css';
import { useUiTexts } from './ui-texts.ts';

export type Choice = { readonly item: string; readonly resourceId: string; readonly condition: string | null };

type ChoiceMatrixProps = {
  template: Pick<ConsentTemplateShape, 'dataItems' | 'resources'>;
  choices: readonly Choice[];
  disabled?: boolean;
  onChange: (choices: Choice[]) => void;
};

/** DOC-15: what of a person may stand where. Nothing is ticked until somebody ticks it (RULE-20). */
export function ChoiceMatrix({ template, choices, disabled = false, onChange }: ChoiceMatrixProps) {
  const say = useUiTexts();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const has = (item: string, resourceId: string) =>
    choices.some((choice) => choice.item === item && choice.resourceId === resourceId);
  const toggle = (item: string, resourceId: string, checked: boolean) => {
    const rest = choices.filter((choice) => choice.item !== item || choice.resourceId !== resourceId);
    onChange(checked ? [...rest, { item, resourceId, condition: null }] : [...rest]);
  };
  const { dataItems, resources } = template;
  if (phone) {
    return (
      <div className={classes['cards']}>
        {resources.map((resource) => (
          <fieldset key={resource.id} className={classes['card']} disabled={disabled}>
            <legend className={classes['legend']}>{resource.name}</legend>
            <Text size="xs" c="dimmed">
              {resource.address}
            </Text>
            {dataItems.map((item) => (
              <Checkbox
                key={item.code}
                mt="sm"
                label={item.text}
                checked={has(item.code, resource.id)}
                onChange={(event) => toggle(item.code, resource.id, event.currentTarget.checked)}
              />
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
                <Table.Td key={resource.id}>
                  <Checkbox
                    aria-label={`${item.text}: ${resource.name}`}
                    disabled={disabled}
                    checked={has(item.code, resource.id)}
                    onChange={(event) => toggle(item.code, resource.id, event.currentTarget.checked)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
