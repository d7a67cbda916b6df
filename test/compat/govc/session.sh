. "$COMPAT_SHELL/case.sh"

it_a_client_that_verifies_the_certificate_logs_in() {
  contains "$(GOVC_INSECURE=false GOVC_TLS_CA_CERTS=$SIMSPHERE_CA govc about)" 'VMware vCenter Server'
}

it_a_client_that_trusts_nobody_of_ours_is_stopped_by_the_certificate() {
  GOVC_INSECURE=false fails_with certificate govc about
}

it_a_wrong_password_is_refused() {
  GOVMOMI_HOME=$COMPAT_FOLDER/nobody GOVC_PASSWORD=wrong fails_with 'incorrect user name or password' govc about
}

it_about_tells_the_product_and_its_version() {
  local about
  about=$(govc about -json | json about)
  equal "$(json apiType <<<"$about")" VirtualCenter
  equal "$(json productLineId <<<"$about")" vpx
  contains "$(json fullName <<<"$about")" "$(json version <<<"$about")"
}

it_the_sessions_are_listed_and_another_one_can_be_ended() {
  govc about >/dev/null
  local other
  other=$(GOVMOMI_HOME=$COMPAT_FOLDER/other govc session.ls -json | json 'currentSession.key')
  contains "$(govc session.ls)" "$other"
  contains "$(govc session.ls)" 127.0.0.1
  govc session.rm "$other"
  lacks "$(govc session.ls)" "$other"
}

it_a_session_is_kept_on_disk_and_used_again() {
  govc session.logout
  govc about >/dev/null
  local before after
  before=$(govc session.ls -json | json 'currentSession.key')
  after=$(govc session.ls -json | json 'currentSession.key')
  equal "$after" "$before"
}

cases
