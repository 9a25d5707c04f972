import type { NavigationItem } from "#app/components/frame/partnership-areas.ts";

export interface ServiceNavigationProps {
  navigation: NavigationItem[];
  /** Names the landmark: "Partnership". */
  navigationLabel: string;
}

/** More items than this fold behind "Menu" on a small screen. */
const foldAbove = 3;

/**
 * The areas of a partnership. On a wide screen a row of links; on a small one a menu that opens without script.
 * The links are written twice when they fold, since no browser opens a closed <details> from CSS alone everywhere;
 * only one of the two is ever displayed.
 */
export function ServiceNavigation({ navigation, navigationLabel }: ServiceNavigationProps) {
  const folds = navigation.length > foldAbove;
  const active = navigation.find((item) => item.active);
  return (
    <div className={`govuk-service-navigation areas${folds ? " areas--folds" : ""}`}>
      <nav aria-label={navigationLabel} className="govuk-width-container areas__row">
        <NavigationList navigation={navigation} />
      </nav>
      {folds && (
        <nav aria-label={navigationLabel} className="areas__fold">
          <details>
            <summary>
              Menu{active && <>: {active.text}</>}
            </summary>
            <NavigationList navigation={navigation} />
          </details>
        </nav>
      )}
    </div>
  );
}

function NavigationList({ navigation }: { navigation: NavigationItem[] }) {
  return (
    <ul className="govuk-service-navigation__list">
      {navigation.map((item) => (
        <li key={item.href} className={`govuk-service-navigation__item${item.active ? " govuk-service-navigation__item--active" : ""}`}>
          <a className="govuk-service-navigation__link" href={item.href} aria-current={item.active ? "true" : undefined}>
            {item.active ? <strong className="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text}
          </a>
        </li>
      ))}
    </ul>
  );
}
