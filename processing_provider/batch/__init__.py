"""Many study areas and types of incidents: what is asked, which runs that makes, and the processes they are made in."""
