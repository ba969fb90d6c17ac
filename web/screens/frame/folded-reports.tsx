import { ActionIcon, Menu } from '@mantine/core'
import { IconBriefcase, IconChartBar, IconLifebuoy, IconMail, IconSpeakerphone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { addressOf, type Collection } from './collections.ts'

const icons: Readonly<Record<string, typeof IconChartBar>> = {
  Sales: IconBriefcase,
  Service: IconLifebuoy,
  Sequences: IconMail,
  Campaigns: IconSpeakerphone,
}

/** One icon for each collection, which opens its reports. */
export function FoldedReports({ collections }: { readonly collections: readonly Collection[] }) {
  return collections.map((collection) => <FoldedCollection key={collection.name} collection={collection} />)
}

function FoldedCollection({ collection }: { readonly collection: Collection }) {
  const Icon = icons[collection.name] ?? IconChartBar
  return (
    <Menu position="right-start" shadow="sm" width={240} trigger="click-hover" openDelay={80}>
      <Menu.Target>
        <ActionIcon size={36} aria-label={collection.name}>
          <Icon size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {collection.topics.map((topic) => (
          <div key={topic.name}>
            <Menu.Label>{topic.name}</Menu.Label>
            {topic.reports.map(({ id, title }) => (
              <Menu.Item
                key={id}
                renderRoot={(props) => <Link to="/reports/$collection/$report" params={addressOf(id)} {...props} />}
              >
                {title}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
