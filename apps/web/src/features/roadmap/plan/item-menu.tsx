import { ActionIcon, Menu } from '@mantine/core';
import type { Item } from '@nastavnik/contracts/roadmaps';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconDown, IconEdit, IconMore, IconRemove, IconUp } from '../../../ui/icons.ts';
import { toldRefusal } from '../../../ui/toast.tsx';
import { roadmapQuery } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import classes from './plan-table.module.css';
import type { ItemEdits } from './use-item-edits.ts';

type ItemMenuProps = { item: Item; roadmapId: string; edits: ItemEdits; onOpen: (item: Item) => void };

/**
 * What is done with a whole item while the plan is being prepared. Until it is asked for there is only its button: a plan
 * of five hundred rows would otherwise carry five hundred menus.
 */
export function ItemMenu(props: ItemMenuProps) {
  const say = useRoadmapTexts();
  const [asked, setAsked] = useState(false);
  if (asked) return <OpenedMenu {...props} />;
  return (
    <button
      type="button"
      className={classes['more']}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={say('edit.menu', { item: props.item.number ?? props.item.title })}
      onClick={() => setAsked(true)}
    />
  );
}

function OpenedMenu({ item, roadmapId, edits, onOpen }: ItemMenuProps) {
  const say = useRoadmapTexts();
  const { data: plan } = useQuery(roadmapQuery(roadmapId));
  if (!plan) return null;
  const siblings = plan.items
    .filter((each) => each.stageId === item.stageId)
    .toSorted((a, b) => a.position - b.position);
  const at = siblings.findIndex((each) => each.id === item.id);
  const move = (to: { position: number; stageId?: string }) => void edits.change(item, to).catch(toldRefusal);
  return (
    <Menu defaultOpened position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={say('edit.menu', { item: item.number ?? item.title })}>
          <IconMore size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah="24rem" style={{ overflowY: 'auto' }}>
        <Menu.Item leftSection={<IconEdit size={16} aria-hidden />} onClick={() => onOpen(item)}>
          {say('edit.whole')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconUp size={16} aria-hidden />}
          disabled={at <= 0}
          onClick={() => move({ position: at - 1 })}
        >
          {say('edit.up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDown size={16} aria-hidden />}
          disabled={at === siblings.length - 1}
          onClick={() => move({ position: at + 1 })}
        >
          {say('edit.down')}
        </Menu.Item>
        {plan.stages.length > 1 && <Menu.Label>{say('edit.toStage')}</Menu.Label>}
        {plan.stages
          .filter((stage) => stage.id !== item.stageId)
          .map((stage) => (
            <Menu.Item
              key={stage.id}
              onClick={() =>
                move({
                  stageId: stage.id,
                  position: plan.items.filter((each) => each.stageId === stage.id).length,
                })
              }
            >
              {[stage.number, stage.title].filter(Boolean).join('. ').slice(0, 70)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconRemove size={16} aria-hidden />} onClick={() => void edits.remove(item)}>
          {say('edit.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
