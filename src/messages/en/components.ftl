components-none = There are no institutions.
components-all-isolated = { $count ->
    [one] The only institution has no ties.
   *[other] None of the { COUNTED($count, "institution") } has ties.
}
components-connected = The { COUNTED($count, "institution") } form one component: each is connected to every other, directly or through others.
components-one = Of { COUNTED($count, "institution") }, { $largest } form one component; { $isolates } without ties.
components-several = The { COUNTED($count, "institution") } form { $components } components; the largest has { $largest }.
components-several-and-isolates = The { COUNTED($count, "institution") } form { $components } components, the largest with { $largest }; { $isolates } without ties.
components-component = Component
components-caption = Connected components
