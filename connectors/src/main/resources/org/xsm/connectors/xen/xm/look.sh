# Prints what xm says, each with its exit code.
# $1 seconds for each command; $2 "host" for all, or "domains" for no more than it takes

[ "$2" = domains ] || ask info xm info
ask list xm list
ask long xm list --long
