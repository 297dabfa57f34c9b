import type { CustomerView } from '../sandbox/views'
import { shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'

const standing: Record<string, string> = {
  half: '等待通过',
  leftByPatient: '对方已删除',
  leftByMember: '已删除对方',
}

/** A member's customers with the tags of the pair. */
export function Customers(props: { customers: CustomerView[]; now: At }) {
  if (props.customers.length === 0)
    return (
      <p className="page-empty" data-testid="customers-empty">
        还没有客户。
        <br />
        患者扫您的联系码后，会出现在这里。
      </p>
    )
  return (
    <ul className="customers">
      {props.customers.map((customer) => (
        <li key={customer.user} data-testid="customer">
          <span className="face person" aria-hidden="true">
            {customer.name.slice(0, 1)}
          </span>
          <div>
            <b>
              {customer.remark || customer.name}
              <small>@微信</small>
            </b>
            <p>{standing[customer.status] ?? `${shortTime(customer.since, props.now)} 添加`}</p>
            <p className="tags">
              {customer.tags.map((tag) => (
                <span key={tag} data-testid="customer-tag">
                  {tag}
                </span>
              ))}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
