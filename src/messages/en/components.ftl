components-none = There are no { NOUN($actor, 2) }.
components-all-isolated = { $count ->
    [one] The only { NOUN($actor) } has no ties.
   *[other] None of the { COUNTED($count, $actor) } has ties.
}
components-connected = The { COUNTED($count, $actor) } form one component: each is connected to every other, directly or through others.
components-one = Of { COUNTED($count, $actor) }, { $largest } form one component; { $isolates } without ties.
components-several = The { COUNTED($count, $actor) } form { $components } components; the largest has { $largest }.
components-several-and-isolates = Of { COUNTED($count, $actor) }, { $isolates } have no ties; the others form { $components } components, the largest with { $largest }.
components-component = Component
components-caption = Connected components
